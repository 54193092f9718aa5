// server.tool with annotations between the schema and the handler.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { readFile } from "node:fs/promises";
import { z } from "zod";

const server = new McpServer({ name: "files", version: "1.0.0" });

server.tool(
  "size",
  "Tells the size of a file",
  { file: z.string() },
  { readOnlyHint: true, title: "Size" },
  async (args, extra) => {
    const text = await readFile(args.file, "utf8"); // expect: proven path
    return { content: [{ type: "text", text: String(text.length) }] };
  },
);
