// A file that is written and read by a name of the server's own, with the caller's text in it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "worker", version: "1.0.0" });
server.tool("count", { text: z.string() }, async ({ text }) => {
  const folder = mkdtempSync(path.join(tmpdir(), "count-"));
  const file = path.join(folder, "input.txt");
  writeFileSync(file, text);
  const { length } = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  return { content: [{ type: "text", text: `${length}` }] };
});
