// Decoded in several ways.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "decode", version: "1.0.0" });
server.tool("run", { text: z.string() }, async ({ text }) => {
  execSync(Buffer.from(text, "base64").toString("utf8")); // expect: proven shell
  execSync(decodeURIComponent(text)); // expect: proven shell
  execSync(atob(text)); // expect: proven shell
  execSync(new URL(text).searchParams.get("command") ?? "id"); // expect: proven shell
  return { content: [] };
});
