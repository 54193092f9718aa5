// The result says no, and the call ends.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
function checkName(text: string): { ok: boolean; value: string } {
  if (!/^[a-z]+$/.test(text)) {
    return { ok: false, value: text };
  }
  return { ok: true, value: text };
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  const checked = checkName(name);
  if (!checked.ok) {
    throw new Error("Expected letters");
  }
  exec(`id ${checked.value}`);
  return { content: [{ type: "text", text: "done" }] };
});
