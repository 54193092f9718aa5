// server.tool with a name, a description, a schema and a handler.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "git", version: "1.0.0" });

server.tool(
  "branch",
  "Makes a branch",
  { branch: z.string().describe("Its name"), count: z.number() },
  async ({ branch, count }) => {
    exec(`git log -n ${count}`);
    exec(`git checkout -b ${branch}`); // expect: proven shell
    return { content: [{ type: "text", text: "done" }] };
  },
);
