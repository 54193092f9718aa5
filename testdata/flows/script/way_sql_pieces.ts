// A statement that grows by conditions, with values beside it and one name within it.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Pool } from "pg";
import { z } from "zod";

const pool = new Pool();
const server = new McpServer({ name: "notes", version: "1.0.0" });

server.tool(
  "search",
  { author: z.string().optional(), tag: z.string().optional(), sort: z.string() },
  async ({ author, tag, sort }) => {
    const where: string[] = [];
    const values: string[] = [];
    if (author) {
      values.push(author);
      where.push(`author = $${values.length}`);
    }
    if (tag) {
      values.push(tag);
      where.push(`tag = $${values.length}`);
    }
    const base = `SELECT * FROM notes WHERE ${where.join(" AND ")}`;
    await pool.query(base, values);
    await pool.query(`${base} ORDER BY ${sort}`, values); // expect: proven sql
    return { content: [] };
  },
);
