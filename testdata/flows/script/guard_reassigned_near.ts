// Checked, then assigned anew.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string(), instance: z.string() }, async ({ name, instance }) => {
  let unit = name;
  if (!/^[a-z]+$/.test(unit)) {
    throw new Error("Expected letters");
  }
  unit = `${unit}@${instance}`;
  exec(`systemctl status ${unit}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
