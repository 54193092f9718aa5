// A default value beside what may be sent.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "git", version: "1.0.0" });

function show(revision = "HEAD", folder: string = "/srv/work"): void {
  exec(`git -C ${folder} show ${revision}`); // expect: proven shell
}

server.tool("show", { revision: z.string().optional() }, async ({ revision = "HEAD~1" }) => {
  show(revision);
  show();
  return { content: [] };
});
