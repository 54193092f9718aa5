// Quotes doubled, in a place without quotes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import Database from "better-sqlite3";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const db = new Database("/srv/notes.db");

server.tool("run", { column: z.string() }, async ({ column }) => {
  const escaped = column.replace(/'/g, "''");
  db.prepare(`SELECT * FROM notes ORDER BY ${escaped}`).all(); // expect: proven sql
  return { content: [{ type: "text", text: "done" }] };
});
