// A class that is another file's default export.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import Runner from "./runner";

const runner = new Runner("/srv/work");
const server = new McpServer({ name: "runner", version: "1.0.0" });
server.tool("run", { command: z.string() }, async ({ command }) => {
  runner.run(command);
  return { content: [] };
});
