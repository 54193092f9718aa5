// Rules from outside: files of YAML to rules like those of the detectors. Pure: who reads the files
// hands their texts over. Nothing in them is run, and every bound is counted.

import { type FileKind, lineStarts, positionAt, type Rule } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { type Problem, readDocument, type Value } from "./document.ts";
import { fieldsOf, Problems, type Suggest } from "./fields.ts";
import { FILE_KEYS } from "./keys.ts";
import { type PlacedRule, readRule } from "./read_rule.ts";

export { readDocument, type Value } from "./document.ts";
export { type Fields, fieldsOf, Problems, type Suggest } from "./fields.ts";
export { KEY_TABLES } from "./keys.ts";
export { ruleTemplate } from "./template.ts";

/** One file of rules. */
export interface RuleFile {
  /** As the user named it; stands in problems. */
  readonly path: string;
  readonly text: string;
}

/** Something wrong with a file of rules, with its place from 1. */
export interface RuleProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface RuleReader {
  readonly kindOf: (name: string) => FileKind | undefined;
  readonly suggest: Suggest;
  /** Ids of the rules that are there already. */
  readonly taken: ReadonlySet<string>;
}

export interface RulesRead {
  /** Every rule that is as it should be, in the order of the files. */
  readonly rules: readonly Rule<SyntaxTree>[];
  readonly problems: readonly RuleProblem[];
}

/** Rules of all files together. */
const MAX_RULES = 1000;

export async function readRules(
  files: readonly RuleFile[],
  reader: RuleReader,
): Promise<RulesRead> {
  const rules: Rule<SyntaxTree>[] = [];
  const problems: RuleProblem[] = [];
  const places = new Map<string, string>();
  for (const { path, text } of files) {
    const starts = lineStarts(text);
    const tell = ({ at, message }: Problem): void => {
      problems.push({ path, ...positionAt(starts, at), message });
    };
    const found = new Problems(reader.suggest);
    const { value, problems: malformed } = readDocument(text);
    malformed.forEach(tell);
    if (!value || malformed.length > 0) continue;
    const own = await readFile(value, { ...reader, problems: found });
    found.all.forEach(tell);
    for (const { rule, at } of own) {
      const other = places.get(rule.id);
      const { line, column } = positionAt(starts, at);
      if (reader.taken.has(rule.id)) {
        tell({ at, message: `The id "${rule.id}" is a built-in rule's; choose another` });
      } else if (other !== undefined) {
        tell({ at, message: `The id "${rule.id}" is taken by the rule at ${other}` });
      } else if (rules.length === MAX_RULES) {
        tell({ at, message: `Expected at most ${MAX_RULES} rules` });
        return { rules, problems };
      } else {
        places.set(rule.id, `${path}:${line}:${column}`);
        rules.push(rule);
      }
    }
  }
  return { rules, problems };
}

async function readFile(
  value: Value,
  reading: { readonly problems: Problems; readonly kindOf: RuleReader["kindOf"] },
): Promise<PlacedRule[]> {
  const { problems } = reading;
  const isRule = value.kind === "map" && value.entries.some(({ key }) => key === "id");
  const file = isRule
    ? undefined
    : fieldsOf(value, Object.keys(FILE_KEYS), { name: "a file of rules", problems });
  if (file) file.required("rules");
  const rules: PlacedRule[] = [];
  for (const item of isRule ? [value] : file?.items("rules") ?? []) {
    const rule = await readRule(item, reading);
    if (rule) rules.push(rule);
  }
  return rules;
}
