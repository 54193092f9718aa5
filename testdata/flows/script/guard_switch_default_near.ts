// What no case names goes on.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "example", version: "1.0.0" });

server.tool("run", { name: z.string() }, async ({ name }) => {
  let note = "";
  switch (name) {
    case "start":
      note = "starting";
      break;
    case "stop":
      note = "stopping";
      break;
    default:
      note = "unknown";
  }
  exec(`service web ${name} # ${note}`); // expect: proven shell
  return { content: [{ type: "text", text: "done" }] };
});
