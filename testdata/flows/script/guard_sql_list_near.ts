// A list joined into the statement.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const pool = new Pool();

server.tool("run", { ids: z.array(z.string()) }, async ({ ids }) => {
  await pool.query(`SELECT * FROM notes WHERE id IN (${ids.join(",")})`); // expect: proven sql
  return { content: [{ type: "text", text: "done" }] };
});
