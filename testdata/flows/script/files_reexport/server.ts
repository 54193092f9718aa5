// A helper that comes by way of two index files.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { lib } from "./lib/index.js";
import { removeFile as unlink } from "./lib/index.js";

const server = new McpServer({ name: "files", version: "1.0.0" });
server.tool("remove", { file: z.string(), dir: z.string() }, async ({ file, dir }) => {
  unlink(file);
  lib.removeFolder(dir);
  return { content: [] };
});
