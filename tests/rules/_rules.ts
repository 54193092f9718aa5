// Files of rules made for a test: a rule that is as it should be, with some of it changed.

import { readRules, type RulesRead } from "../../src/rules/mod.ts";
import { kindOf } from "../../src/targets/mod.ts";
import { didYouMean } from "../../src/cli/suggest.ts";

/** The lines of a rule, by key. */
export const SYNTAX_RULE = {
  id: "open-door",
  title: "The door is open",
  why: "Anybody comes in.",
  fix: "Close the door.",
  limits: "Sees doors with a name.",
  severity: "medium",
  confidence: "high",
  languages: "[python]",
  match: "{ syntax: { pattern: 'door.open($WHO)' } }",
  bad: "[{ note: open, file: a.py, code: 'door.open(1)' }]",
  good: "[{ note: closed, file: a.py, code: 'door.close(1)' }]",
} as const;

const { languages: _, ...REST } = SYNTAX_RULE;

export const TEXT_RULE = {
  ...REST,
  files: "[all]",
  match: "{ text: { keywords: [door], expression: 'door *= *open' } }",
  bad: "[{ note: open, file: a.yaml, code: 'door = open' }]",
  good: "[{ note: closed, file: a.yaml, code: 'door = shut' }]",
} as const;

type Lines = Readonly<Record<string, string | undefined>>;

/** The rule as a file; a key that is `undefined` is left out. Each key is on a line of its own. */
export function ruleFile(base: Lines, change: Lines = {}): string {
  return Object.entries({ ...base, ...change })
    .flatMap(([key, value]) => value === undefined ? [] : [`${key}: ${value}\n`])
    .join("");
}

export function read(...texts: string[]): Promise<RulesRead> {
  const files = texts.map((text, i) => ({ path: `${i + 1}.yaml`, text }));
  return readRules(files, { kindOf, suggest: didYouMean, taken: new Set(["command-injection"]) });
}

/** `line:column: message` of each problem, without the file. */
export async function problems(...texts: string[]): Promise<string[]> {
  const found = await read(...texts);
  return found.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}
