// Programs that run what they are given, each in its own way.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "programs", version: "1.0.0" });
server.tool("run", { text: z.string() }, async ({ text }) => {
  spawn("cmd.exe", ["/c", text]); // expect: proven shell
  spawnSync("powershell", ["-Command", text]); // expect: proven shell
  execFile("/bin/bash", ["-lc", text]); // expect: proven shell
  execFileSync("python3", ["-c", text]); // expect: proven interpreter
  spawn(text); // expect: proven program
  return { content: [] };
});
