// A low-level server that tells its tools apart by conditions, with typed arguments in between.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { Client } from "pg";

const client = new Client();
const server = new Server({ name: "db", version: "1.0.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: input } }) => {
  if (name === "query") {
    const { sql } = input;
    await client.query(sql); // expect: proven sql
  } else if (name === "count") {
    await client.query("SELECT count(*) FROM notes WHERE author = $1", [input.author]);
  }
  return { content: [] };
});
