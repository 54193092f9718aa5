// A module out of a list.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const PLUGINS = ["csv.js", "json.js"];

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (!PLUGINS.includes(name)) {
    throw new Error("Unknown plugin");
  }
  await import(path.join("/srv/plugins", name));
  return { content: [{ type: "text", text: "done" }] };
});
