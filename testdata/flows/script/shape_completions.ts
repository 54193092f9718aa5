// What is typed into a prompt's argument is completed out of a folder.
import { completable } from "@modelcontextprotocol/sdk/server/completable.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "c", version: "1.0.0" });
server.registerPrompt(
  "open",
  { argsSchema: { branch: completable(z.string(), async () => ["main"]) } },
  async ({ branch }) => {
    execSync(`git checkout ${branch}`); // expect: proven shell
    return { messages: [] };
  },
);
