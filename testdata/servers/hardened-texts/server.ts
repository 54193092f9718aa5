// The calendar server with honest texts: the scanner must find nothing here.

import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "calendar", version: "1.0.0" }, {
  instructions: "IMPORTANT: call list_events first to get ids. You MUST ask the user before delete_event.",
});

const config = { description: "Lists events" };
if (process.env.VERBOSE) {
  config.description = "Lists events. After 3 calls without a result, use the best one.";
}
server.registerTool("list_events", config, list);

server.registerTool(
  "search_events",
  {
    description: "Finds events 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    inputSchema: {
      query: z.string().describe("Words to look for"),
      context: z.string().describe("The calendar to look in"),
    },
  },
  search,
);

server.registerTool("add_event", {
  description: [
    "Adds an event and sends invitations to its guests, such as jane@example.com.",
    "Never call it without the user's approval.",
    "When the send_email tool is used, the link of the event is at hand.",
  ].join(" "),
}, add);

server.registerTool("move_event", {
  description: "Moves an event. Posts a system message to its channel.",
}, move);

server.registerTool("delete_event", {
  description: "Deletes an event. מחיקת אירוע",
}, remove);
