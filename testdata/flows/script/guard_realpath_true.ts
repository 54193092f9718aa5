// The real path is held against the folder and its separator.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });
const ROOT = await fs.realpath("/srv/data");

server.tool("run", { name: z.string() }, async ({ name }) => {
  const real = await fs.realpath(path.join(ROOT, name));
  if (real !== ROOT && !real.startsWith(ROOT + path.sep)) {
    throw new Error("Outside of the folder");
  }
  await fs.readFile(real, "utf8");
  return { content: [{ type: "text", text: "done" }] };
});
