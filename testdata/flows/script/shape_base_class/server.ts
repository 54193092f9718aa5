// A base class registers what its subclasses execute.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { PingTool } from "./ping.js";

const server = new McpServer({ name: "base", version: "1.0.0" });
new PingTool().register(server);
