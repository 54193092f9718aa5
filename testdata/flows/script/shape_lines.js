// A server without an SDK: JSON-RPC by lines on the standard input.
import { execSync } from "node:child_process";
import { createInterface } from "node:readline";

const lines = createInterface({ input: process.stdin });

lines.on("line", (line) => {
  const message = JSON.parse(line);
  if (message.method === "tools/call") {
    const { name, arguments: args } = message.params;
    if (name === "run") {
      execSync(args.command); // expect: proven shell
    }
  }
});
