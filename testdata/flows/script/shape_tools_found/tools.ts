// Each tool with a schema and a function of its own.
import { execSync } from "node:child_process";

export const allTools = [
  {
    name: "format",
    description: "Formats a file",
    inputSchema: { type: "object", properties: { file: { type: "string" } } },
    async execute(args: Record<string, unknown>) {
      execSync(`prettier --write ${args.file}`); // expect: proven shell
      return { content: [] };
    },
  },
  {
    name: "format_all",
    description: "Formats all files",
    inputSchema: { type: "object", properties: {} },
    async execute() {
      execSync("prettier --write .");
      return { content: [] };
    },
  },
];
