// Tells tools apart, and hands their arguments on.
import type { CallToolRequest } from "@modelcontextprotocol/sdk/types.js";
import { execSync } from "node:child_process";

export async function handleCall(request: CallToolRequest) {
  const { name, arguments: args = {} } = request.params;
  switch (name) {
    case "diff":
      return diff(args.from as string, Number(args.lines));
    default:
      throw new Error(`Unknown tool: ${name}`);
  }
}

function diff(from: string, lines: number) {
  execSync(`git diff -U${lines}`);
  execSync(`git diff ${from}`); // expect: proven shell
  return { content: [] };
}
