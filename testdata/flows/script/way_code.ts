// Ways to evaluate a text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import vm from "node:vm";
import { z } from "zod";

const server = new McpServer({ name: "code", version: "1.0.0" });
server.tool("run", { text: z.string() }, async ({ text }) => {
  (0, eval)(text); // expect: proven code
  const make = new Function("input", text); // expect: proven code
  new vm.Script(text).runInThisContext(); // expect: proven code
  setTimeout(() => console.error("later"), 10);
  return { content: [{ type: "text", text: typeof make }] };
});
