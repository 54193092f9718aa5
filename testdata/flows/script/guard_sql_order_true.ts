// A direction that is one of two.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const pool = new Pool();

server.registerTool(
  "run",
  { description: "Does one thing", inputSchema: { order: z.string() } },
  async ({ order }) => {
    const direction = order === "desc" ? "DESC" : "ASC";
    await pool.query(`SELECT * FROM notes ORDER BY title ${direction}`);
    return { content: [{ type: "text", text: "done" }] };
  },
);
