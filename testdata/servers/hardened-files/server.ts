// The file server without the faults: the scanner must find nothing here.

import { execFile, execSync } from "node:child_process";
import { promisify } from "node:util";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "files", version: "1.0.0" });
const runAsync = promisify(execFile);

server.registerTool(
  "count_lines",
  { description: "Counts the lines of a file", inputSchema: { path: z.string() } },
  async ({ path }) => {
    const { stdout } = await runAsync("wc", ["-l", "--", path]);
    return { content: [{ type: "text", text: stdout }] };
  },
);

server.tool("processes", "Lists processes. You MUST ask the user first.", {}, async () => {
  const command = process.platform === "win32" ? "tasklist" : "ps aux";
  return { content: [{ type: "text", text: execSync(command).toString() }] };
});
