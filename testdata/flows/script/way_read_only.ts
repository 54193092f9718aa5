// A read-only transaction around a statement of the caller's.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.argv[2] });
const server = new Server({ name: "pg", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const sql = request.params.arguments?.sql as string;
  const client = await pool.connect();
  try {
    await client.query("BEGIN TRANSACTION READ ONLY");
    const result = await client.query(sql); // expect: proven sql
    return { content: [{ type: "text", text: `${result.rowCount}` }] };
  } finally {
    client.query("ROLLBACK").catch(() => {});
    client.release();
  }
});
