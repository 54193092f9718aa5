import assert from "node:assert/strict";
// Flows of small programs, said in one word each.

import { flowsOf, lower, type ProgramFile, projectFacts } from "../../src/flow/mod.ts";
import { parse } from "../../src/syntax/mod.ts";
import { kindOf } from "../../src/targets/mod.ts";
import { isLanguage } from "../../src/core/mod.ts";

const PROJECT_FILE = /(?:^|\/)(?:go\.mod|[^/]*\.jsonc?)$/;

/**
 * `evidence kind file:line` of every flow in the files, in order; the file only where there are
 * more. What a page says in a tool's result is told only where `pages` asks for it.
 */
export async function flowsIn(
  texts: Readonly<Record<string, string>>,
  { pages = false }: { readonly pages?: boolean } = {},
): Promise<string[]> {
  const files: ProgramFile[] = [];
  for (const [path, text] of Object.entries(texts)) {
    if (PROJECT_FILE.test(path)) continue;
    const language = kindOf(path.split("/").at(-1)!);
    if (language === undefined || !isLanguage(language)) throw new Error(`No code: ${path}`);
    files.push({ path, module: lower(await parse({ language, text })) });
  }
  const facts = projectFacts(files.map(({ path }) => path), (path) => texts[path]);
  const many = files.length > 1;
  const flows = flowsOf(files, facts).flows.filter(({ source }) => pages || source !== "page");
  return flows.map(({ evidence, kind, place: { file, at } }) => {
    const line = texts[file]!.slice(0, at.start).split("\n").length;
    return `${evidence} ${kind} ${many ? `${file}:` : ""}${line}`;
  });
}

/** Programs by name, each with its flows; what is wrong with one does not keep the others. */
export function checkFlows(
  subject: string,
  cases: Readonly<
    Record<string, readonly [files: Readonly<Record<string, string>>, flows: readonly string[]]>
  >,
): void {
  for (const [name, [files, flows]] of Object.entries(cases)) {
    Deno.test(`${subject}: ${name}`, async () => {
      assert.deepEqual(await flowsIn(files), flows);
    });
  }
}
