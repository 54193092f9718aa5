// The caller's text is a value in the template.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import Handlebars from "handlebars";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  Handlebars.compile("Hello {{name}}")({ name });
  return { content: [{ type: "text", text: "done" }] };
});
