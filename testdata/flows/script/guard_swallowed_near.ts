// The failed check is swallowed, and the call goes on.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
function assertName(text: string): void {
  if (!/^[a-z]+$/.test(text)) {
    throw new Error("Expected letters");
  }
}

server.tool("run", { name: z.string() }, async ({ name }) => {
  try {
    assertName(name);
  } catch (error) {
    console.error("Refused");
  }
  exec(`id ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
