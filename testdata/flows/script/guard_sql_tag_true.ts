// A tag that sends values as parameters.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import postgres from "postgres";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const sql = postgres("postgres://localhost/notes");

server.tool("run", { name: z.string() }, async ({ name }) => {
  await sql`SELECT * FROM notes WHERE title = ${name}`;
  return { content: [{ type: "text", text: "done" }] };
});
