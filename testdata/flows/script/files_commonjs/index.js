// CommonJS: a helper required from another file.
const { McpServer } = require("@modelcontextprotocol/sdk/server/mcp.js");
const { z } = require("zod");
const tools = require("./tools");
const { query } = require("./db");

const server = new McpServer({ name: "common", version: "1.0.0" });
server.tool("run", { command: z.string() }, async ({ command }) => tools.run(command));
server.tool("find", { title: z.string() }, async ({ title }) => query(title));
