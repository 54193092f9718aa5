// A context of vm is no wall.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import vm from "node:vm";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  vm.runInNewContext(name, { Math }); // expect: proven code
  return { content: [{ type: "text", text: "done" }] };
});
