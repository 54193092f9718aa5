// A tag that sends values as parameters.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const prisma = new PrismaClient();

server.tool("run", { name: z.string() }, async ({ name }) => {
  await prisma.$queryRaw`SELECT * FROM notes WHERE title = ${name}`;
  return { content: [{ type: "text", text: "done" }] };
});
