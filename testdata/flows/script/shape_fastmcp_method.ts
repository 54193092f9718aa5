// FastMCP: execute in the short form of a method, and a resource template.
import { FastMCP } from "fastmcp";
import { readFileSync, statSync } from "node:fs";
import { z } from "zod";

const server = new FastMCP({ name: "files", version: "1.0.0" });

server.addTool({
  name: "size",
  description: "Tells a size",
  parameters: z.object({ file: z.string() }),
  async execute({ file }) {
    return `${readFileSync(file).length}`; // expect: proven path
  },
});

server.addResourceTemplate({
  uriTemplate: "file:///logs/{name}.log",
  name: "Logs",
  mimeType: "text/plain",
  arguments: [{ name: "name", required: true }],
  async load({ name }) {
    return { text: `${readFileSync("/var/log/" + name).length}` }; // expect: proven path
  },
});
