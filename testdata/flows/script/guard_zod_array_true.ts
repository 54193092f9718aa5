// A list of texts out of an enumeration.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { names: z.array(z.enum(["a.txt", "b.txt"])) }, async ({ names }) => {
  exec(`tar -cf /srv/out.tar ${names.join(" ")}`);
  return { content: [{ type: "text", text: "done" }] };
});
