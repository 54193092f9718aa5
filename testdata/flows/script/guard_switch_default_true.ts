// What no case names ends the call.
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
      throw new Error("Unknown action");
  }
  exec(`service web ${name} # ${note}`);
  return { content: [{ type: "text", text: "done" }] };
});
