// `deno task gen` writes every generated file; with `--check` it writes nothing and fails when
// one differs from what it would write.

import { dirname } from "node:path";
import { grammarModules } from "./grammars.ts";

const check = Deno.args.includes("--check");
const files = new Map<string, string>([...await grammarModules()]);

const stale: string[] = [];
for (const [path, content] of files) {
  const current = await Deno.readTextFile(path).catch(() => undefined);
  if (current?.replaceAll("\r\n", "\n") === content) continue;
  stale.push(path);
  if (check) continue;
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, content);
}

if (check && stale.length > 0) {
  console.error(`Out of date: ${stale.join(", ")}\nRun: deno task gen`);
  Deno.exit(1);
}
console.error(stale.length > 0 ? `Wrote ${stale.join(", ")}` : `${files.size} generated files are current`);
