// The floor of a scan: every source file of a tree read and parsed in one thread, nothing looked
// for. `scan.ts` calls it, and starts it as a process of its own, as it starts a scan.

import { isLanguage } from "../../src/core/mod.ts";
import { parse } from "../../src/syntax/mod.ts";
import { discover, readSource } from "../../src/targets/mod.ts";

type Files = Awaited<ReturnType<typeof discover>>["files"];

export async function sourcesIn(tree: string): Promise<Files> {
  const asked = { cwd: Deno.cwd(), include: [], exclude: [], ignore: false };
  return (await discover([tree], asked)).files;
}

/** Gives the units of text that were parsed. */
export async function parseAll(files: Files): Promise<number> {
  let units = 0;
  for (const file of files) {
    const outcome = await readSource(file, { maxFileSize: 1 << 24 });
    if (outcome.status !== "read" || !isLanguage(outcome.file.kind)) continue;
    units += outcome.file.text.length;
    await parse({ language: outcome.file.kind, text: outcome.file.text });
  }
  return units;
}

if (import.meta.main) {
  const [tree] = Deno.args;
  if (tree !== undefined) await parseAll(await sourcesIn(tree));
}
