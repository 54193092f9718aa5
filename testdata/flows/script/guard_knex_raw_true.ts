// A raw statement with bindings.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import knex from "knex";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const db = knex({ client: "pg" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  await db.raw("SELECT * FROM notes WHERE title = ?", [name]);
  return { content: [{ type: "text", text: "done" }] };
});
