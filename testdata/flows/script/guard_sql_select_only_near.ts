// A statement that starts with SELECT may go on to others.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const pool = new Pool();

server.tool("run", { text: z.string() }, async ({ text }) => {
  if (!text.trim().toUpperCase().startsWith("SELECT")) {
    throw new Error("Expected a SELECT");
  }
  await pool.query(text); // expect: proven sql
  return { content: [{ type: "text", text: "done" }] };
});
