// `deno task gen` writes every generated file; with `--check` it writes nothing and fails when
// one differs from what it would write.

import { dirname } from "node:path";
import {
  aiPage,
  commandReference,
  configurationPage,
  customRulesPage,
  ruleReference,
  schemaText,
  triagePage,
} from "../src/cli/mod.ts";
import { REPORT_JSON_SCHEMA } from "../src/report/mod.ts";
import { grammarModules } from "./grammars.ts";

/** What is written by hand of the page about rules of one's own. */
const CUSTOM_RULES = new URL("../src/rules/custom_rules.md", import.meta.url);

/** Of the page about settings. */
const SETTINGS = new URL("../src/config/configuration.md", import.meta.url);

/** And of the page about suppressions and baselines. */
const TRIAGE = new URL("../src/triage/triage.md", import.meta.url);

/** And of the page about language models. */
const AI = new URL("../src/ai/ai.md", import.meta.url);

/** Path relative to the project → content, for every generated file. */
export async function generatedFiles(): Promise<Map<string, string>> {
  return new Map([
    ...await grammarModules(),
    ["docs/ai.md", await aiPage(await Deno.readTextFile(AI))],
    ["docs/cli.md", commandReference()],
    ["docs/configuration.md", configurationPage(await Deno.readTextFile(SETTINGS))],
    ["docs/custom-rules.md", await customRulesPage(await Deno.readTextFile(CUSTOM_RULES))],
    ["docs/rules.md", await ruleReference()],
    ["docs/triage.md", await triagePage(await Deno.readTextFile(TRIAGE))],
    ["docs/schema/config.schema.json", schemaText()],
    ["docs/schema/report.schema.json", `${JSON.stringify(REPORT_JSON_SCHEMA, null, 2)}\n`],
  ]);
}

/** Writes what differs (or, with `check`, only names it) and returns those paths. */
async function refresh(check: boolean): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, content] of await generatedFiles()) {
    const current = await Deno.readTextFile(path).catch(() => undefined);
    if (current === content) continue;
    stale.push(path);
    if (check) continue;
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeTextFile(path, content);
  }
  return stale;
}

if (import.meta.main) {
  const check = Deno.args.includes("--check");
  const stale = await refresh(check);
  if (stale.length === 0) console.error("Generated files are current");
  else if (check) {
    console.error(`Out of date: ${stale.join(", ")}\nRun: deno task gen`);
    Deno.exitCode = 1;
  } else console.error(`Wrote ${stale.join(", ")}`);
}
