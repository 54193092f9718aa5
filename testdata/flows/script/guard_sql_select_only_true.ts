// A table out of a list.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const pool = new Pool();

server.tool("run", { text: z.string() }, async ({ text }) => {
  if (!["notes", "tags"].includes(text)) {
    throw new Error("Expected a table");
  }
  await pool.query(`SELECT * FROM ${text}`);
  return { content: [{ type: "text", text: "done" }] };
});
