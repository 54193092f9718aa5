// A service that is made with a configuration and handed to a function that registers tools.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { Git } from "./git.js";
import { registerTools } from "./register.js";

const server = new McpServer({ name: "git", version: "1.0.0" });
registerTools(server, new Git({ folder: process.cwd() }));
