// Private methods and fields of the language.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { execSync } from "node:child_process";
import { z } from "zod";

class Tools {
  #folder = "/srv/work";
  readonly #server = new McpServer({ name: "private", version: "1.0.0" });

  constructor() {
    this.#server.registerTool(
      "run",
      { description: "Runs", inputSchema: { command: z.string() } },
      (args) => this.#run(args),
    );
  }

  async #run({ command }: { command: string }) {
    execSync(command, { cwd: this.#folder }); // expect: proven shell
    return { content: [] };
  }
}

new Tools();
