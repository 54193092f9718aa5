// For a file that is yet to come its folder is not looked at.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const ROOT = "/srv/data";
const isInside = (full: string): boolean => full === ROOT || full.startsWith(ROOT + "/");

async function validated(requested: string): Promise<string> {
  const full = path.resolve(requested);
  try {
    const real = await fs.realpath(full);
    if (!isInside(real)) {
      throw new Error("Access denied");
    }
    return real;
  } catch {
    return full;
  }
}

const server = new McpServer({ name: "files", version: "1.0.0" });
server.tool("write", { file: z.string(), text: z.string() }, async ({ file, text }) => {
  await fs.writeFile(await validated(file), text); // expect: proven path
  return { content: [] };
});
