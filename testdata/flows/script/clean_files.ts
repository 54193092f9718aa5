// A well-kept server: every path is made real and held to one of the folders.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const roots = await Promise.all(
  process.argv.slice(2).map(async (folder) => await fs.realpath(path.resolve(folder))),
);

function ensureAllowed(real: string): void {
  for (const root of roots) {
    const way = path.relative(root, real);
    if (way === "" || (!way.startsWith("..") && !path.isAbsolute(way))) return;
  }
  throw new Error("Access denied");
}

async function existing(requested: string): Promise<string> {
  const real = await fs.realpath(path.resolve(requested));
  ensureAllowed(real);
  return real;
}

async function forWriting(requested: string): Promise<string> {
  const full = path.resolve(requested);
  const folder = await fs.realpath(path.dirname(full));
  ensureAllowed(folder);
  return path.join(folder, path.basename(full));
}

const server = new McpServer({ name: "files", version: "1.0.0" });

server.tool("size", { file: z.string() }, async ({ file }) => {
  const { length } = await fs.readFile(await existing(file), "utf8");
  return { content: [{ type: "text", text: `${length}` }] };
});

server.tool("write", { file: z.string(), text: z.string() }, async ({ file, text }) => {
  await fs.writeFile(await forWriting(file), text);
  return { content: [{ type: "text", text: "written" }] };
});
