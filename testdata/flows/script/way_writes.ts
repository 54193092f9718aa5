// Ways to write, move and remove files.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { createWriteStream } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "writes", version: "1.0.0" });
server.tool("all", { file: z.string(), text: z.string() }, async ({ file, text }) => {
  createWriteStream(file).end(text); // expect: proven path
  await fs.appendFile(path.join("/srv", file), text); // expect: proven path
  await fs.rename("/srv/a.txt", file); // expect: proven path
  await fs.mkdir(path.dirname(file), { recursive: true }); // expect: proven path
  await fs.writeFile("/srv/log.txt", `${file}\n${text}`);
  await fs.appendFile("/srv/log.txt", text);
  return { content: [] };
});
