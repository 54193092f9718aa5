// A prompt's argument chooses the file of a template.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "prompts", version: "1.0.0" });

server.registerPrompt(
  "review",
  { title: "Review", argsSchema: { style: z.string() } },
  async ({ style }) => {
    await fs.access("/srv/prompts");
    const text = await fs.readFile(path.join("/srv/prompts", `${style}.md`), "utf8"); // expect: proven path
    return { messages: [{ role: "user", content: { type: "text", text: `${text.length}` } }] };
  },
);
