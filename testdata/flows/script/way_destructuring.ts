// Names taken apart at several depths, with new names and a rest.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "apart", version: "1.0.0" });
const Target = z.object({ host: z.string(), ports: z.array(z.number()) });

server.tool("scan", { target: Target, first: z.string(), second: z.string() }, async (args) => {
  const { target: { host: address, ports: [port] }, ...others } = args;
  execSync(`nmap -p ${port} example.com`);
  execSync(`nmap ${address}`); // expect: proven shell
  const [one, two = "x"] = [others.first, others.second];
  execSync(`echo ${one}`); // expect: proven shell
  execSync(`echo ${two}`); // expect: proven shell
  return { content: [] };
});
