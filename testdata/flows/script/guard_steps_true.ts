// A validator in several steps, of which the last binds the characters.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/;

function isSafeName(name: unknown): name is string {
  if (typeof name !== "string") return false;
  if (name.length === 0 || name.length > 128) return false;
  if (name.includes("\0")) return false;
  if (!NAME.test(name)) return false;
  return true;
}

const server = new McpServer({ name: "skills", version: "1.0.0" });
server.tool("remove", { name: z.string() }, async ({ name }) => {
  if (!isSafeName(name)) {
    throw new Error("Expected a name");
  }
  rmSync(path.join("/srv/skills", name), { recursive: true });
  return { content: [] };
});
