// Handlers out of another file, by a namespace.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import * as handlers from "./handlers.js";

const server = new McpServer({ name: "handlers", version: "1.0.0" });
server.tool("read", { file: z.string() }, handlers.read);
server.tool("count", { lines: z.number() }, handlers.count);
