// Quotes around a name whose quotes are doubled.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const pool = new Pool();

server.tool("run", { table: z.string() }, async ({ table }) => {
  await pool.query(`SELECT * FROM "${table.replace(/"/g, '""')}"`);
  return { content: [{ type: "text", text: "done" }] };
});
