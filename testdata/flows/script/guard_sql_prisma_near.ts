// A raw statement out of text.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const prisma = new PrismaClient();

server.tool("run", { name: z.string() }, async ({ name }) => {
  await prisma.$queryRawUnsafe(`SELECT * FROM notes WHERE title = '${name}'`); // expect: proven sql
  return { content: [{ type: "text", text: "done" }] };
});
