// A class that sets its request handlers in a method and calls others of its methods from them.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import fs from "node:fs/promises";

class Notes {
  private server: Server;

  constructor() {
    this.server = new Server({ name: "notes", version: "1.0.0" }, { capabilities: { tools: {} } });
    this.setHandlers();
  }

  private setHandlers(): void {
    this.server.setRequestHandler(CallToolRequestSchema, async (request) => {
      const { name, arguments: args } = request.params;
      switch (name) {
        case "read":
          return this.read(args as { file: string });
        default:
          throw new Error("Unknown tool");
      }
    });
  }

  private async read(args: { file: string }) {
    const text = await fs.readFile(args.file, "utf8"); // expect: proven path
    return { content: [{ type: "text", text: `${text.length}` }] };
  }
}

new Notes();
