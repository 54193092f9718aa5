// The name is held against the columns.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import Database from "better-sqlite3";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const db = new Database("/srv/notes.db");

server.tool("run", { column: z.string() }, async ({ column }) => {
  const columns = ["title", "created"];
  if (!columns.includes(column)) {
    throw new Error("Unknown column");
  }
  db.prepare(`SELECT * FROM notes ORDER BY ${column}`).all();
  return { content: [{ type: "text", text: "done" }] };
});
