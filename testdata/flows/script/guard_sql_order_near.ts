// A direction as it was sent.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const pool = new Pool();

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { order: z.string() } },
  async ({ order }) => {
    await pool.query(`SELECT * FROM notes ORDER BY title ${order}`); // expect: proven sql
    return { content: [{ type: "text", text: "done" }] };
  },
);
