// Handlers of two tools.
import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";

export async function read({ file }: { file: string }) {
  const text = readFileSync(file, "utf8"); // expect: proven path
  return { content: [{ type: "text" as const, text: `${text.length}` }] };
}

export async function count({ lines }: { lines: number }) {
  execSync(`head -n ${lines} /srv/log.txt`);
  return { content: [] };
}
