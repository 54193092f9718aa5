// Text for the database's own hands.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import postgres from "postgres";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const sql = postgres("postgres://localhost/notes");

server.tool("run", { name: z.string() }, async ({ name }) => {
  await sql.unsafe(`SELECT * FROM notes WHERE title = '${name}'`); // expect: proven sql
  return { content: [{ type: "text", text: "done" }] };
});
