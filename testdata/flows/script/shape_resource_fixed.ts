// A resource of one fixed address reads one fixed file.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs";

const server = new McpServer({ name: "notes", version: "1.0.0" });

server.registerResource("about", "note://about", { title: "About" }, async (uri) => {
  const text = fs.readFileSync("/srv/notes/about.md", "utf8");
  return { contents: [{ uri: uri.href, text: String(text.length) }] };
});
