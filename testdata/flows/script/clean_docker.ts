// A well-kept server: one program with a list of checked arguments.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { spawn } from "node:child_process";
import { z } from "zod";

const Container = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}$/);

function docker(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn("docker", [...args], { stdio: ["ignore", "pipe", "pipe"] });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

const server = new McpServer({ name: "docker", version: "1.0.0" });

server.tool("stop", { container: Container, seconds: z.number().int() }, async (args) => {
  const code = await docker(["stop", "--time", String(args.seconds), args.container]);
  return { content: [{ type: "text", text: `${code}` }] };
});

server.tool("list", { all: z.boolean().optional() }, async ({ all = false }) => {
  const flags = all ? ["--all"] : [];
  const code = await docker(["ps", ...flags]);
  return { content: [{ type: "text", text: `${code}` }] };
});
