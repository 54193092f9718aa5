// A query that is the caller's object.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { MongoClient } from "mongodb";
import { z } from "zod";

const client = new MongoClient("mongodb://localhost");
const notes = client.db("notes").collection("notes");

const server = new McpServer({ name: "mongo", version: "1.0.0" });
server.tool("find", { filter: z.string(), title: z.string() }, async ({ filter, title }) => {
  await notes.find(JSON.parse(filter)).toArray(); // expect: proven nosql
  await notes.find({ title }).toArray();
  return { content: [] };
});
