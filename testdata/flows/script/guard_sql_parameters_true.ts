// A value beside the statement.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const pool = new Pool();

server.tool("run", { name: z.string() }, async ({ name }) => {
  await pool.query("SELECT * FROM notes WHERE title = $1", [name]);
  return { content: [{ type: "text", text: "done" }] };
});
