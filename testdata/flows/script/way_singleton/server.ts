// One object for all, which a static method hands out.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { Store } from "./store.js";

const server = new McpServer({ name: "store", version: "1.0.0" });
server.tool("remove", { key: z.string() }, async ({ key }) => {
  await Store.shared().remove(key);
  return { content: [] };
});
