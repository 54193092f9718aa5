// Quotes around a name that may hold quotes.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const pool = new Pool();

server.tool("run", { table: z.string() }, async ({ table }) => {
  await pool.query(`SELECT * FROM "${table}"`); // expect: proven sql
  return { content: [{ type: "text", text: "done" }] };
});
