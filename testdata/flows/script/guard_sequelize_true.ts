// A statement with replacements.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Sequelize } from "sequelize";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const db = new Sequelize("sqlite::memory:");

server.tool("run", { name: z.string() }, async ({ name }) => {
  await db.query("SELECT * FROM notes WHERE title = :title", { replacements: { title: name } });
  return { content: [{ type: "text", text: "done" }] };
});
