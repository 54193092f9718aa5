// A resource whose address has a part that the client fills in.
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import fs from "node:fs";

const server = new McpServer({ name: "notes", version: "1.0.0" });

server.registerResource(
  "note",
  new ResourceTemplate("note://{+place}", { list: undefined }),
  { title: "A note" },
  async (uri, { place }) => {
    const text = fs.readFileSync(`/srv/notes/${place}`, "utf8"); // expect: proven path
    return { contents: [{ uri: uri.href, text: String(text.length) }] };
  },
);
