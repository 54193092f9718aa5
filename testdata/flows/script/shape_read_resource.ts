// A low-level server that reads resources by their address.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { ReadResourceRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { readFileSync } from "node:fs";

const server = new Server({ name: "r", version: "1.0.0" }, { capabilities: { resources: {} } });

server.setRequestHandler(ReadResourceRequestSchema, async (request) => {
  const { uri } = request.params;
  const place = uri.replace("file://", "");
  const text = readFileSync(place, "utf8"); // expect: proven path
  return { contents: [{ uri, text: `${text.length}` }] };
});
