// A helper in another file runs what it is given.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { runGit } from "./git.js";

const server = new McpServer({ name: "git", version: "1.0.0" });
server.tool("merge", { branch: z.string() }, async ({ branch }) => {
  await runGit(`merge ${branch}`);
  return { content: [] };
});
