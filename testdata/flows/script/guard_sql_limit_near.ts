// A limit that is a text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const pool = new Pool();

server.tool("run", { limit: z.string() }, async ({ limit }) => {
  await pool.query(`SELECT * FROM notes LIMIT ${limit}`); // expect: proven sql
  return { content: [{ type: "text", text: "done" }] };
});
