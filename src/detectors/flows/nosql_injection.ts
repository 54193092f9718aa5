import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "nosql-injection",
  family: "data-flow",
  title: "A caller's object is a query of a document database",
  why: 'An object brings operators of its own: `{"$ne": null}` matches everything, and ' +
    "`$where` runs code in the database.",
  fix: "Build the query from fields of your own and put values into them; refuse keys that " +
    "begin with `$`.",
  limits: "A value in a field of the query is not reported, though an object without a checked " +
    "type brings operators there too. A server that is meant to run any query is " +
    "reported.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-943"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["nosql"],
  bad: [
    {
      file: "server.ts",
      code: `import { MongoClient } from "mongodb";

const db = new MongoClient(process.env.MONGO_URL).db("crm");

server.tool("find", shape, async ({ filter }) => {
  return await db.collection("people").find(JSON.parse(filter)).toArray();
});
`,
      note: "The whole query",
    },
    {
      file: "server.py",
      code: `import json
from pymongo import MongoClient

people = MongoClient().crm.people

@mcp.tool()
def remove(filter: str) -> int:
    return people.delete_many(json.loads(filter)).deleted_count
`,
      note: "Everything may go: `{}`",
    },
    {
      file: "server.py",
      code: `@mcp.tool()
def older(age: str) -> list:
    return list(collection.find({"$where": f"this.age > {age}"}))
`,
      note: "Code that the database runs",
    },
  ],
  good: [
    {
      file: "server.ts",
      code: `import { MongoClient } from "mongodb";

const db = new MongoClient(process.env.MONGO_URL).db("crm");

server.tool("find", { name: z.string() }, async ({ name }) => {
  return await db.collection("people").find({ name }).toArray();
});
`,
      note: "A text in a field",
    },
    {
      file: "server.py",
      code: `from pymongo import MongoClient

people = MongoClient().crm.people

@mcp.tool()
def find(name: str, city: str) -> list:
    return list(people.find({"$and": [{"name": name}, {"city": {"$eq": city}}]}))
`,
      note: "Values in fields, below operators of the server's own",
    },
  ],
} satisfies Rule<SyntaxTree>;
