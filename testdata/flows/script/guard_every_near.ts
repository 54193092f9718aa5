// That some characters are letters is not enough.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

server.tool("run", { name: z.string() }, async ({ name }) => {
  if (![...name].some((letter) => LETTERS.includes(letter))) {
    throw new Error("Expected letters");
  }
  exec(`id ${name}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
