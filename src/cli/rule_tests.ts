// A rule's own examples as its tests: what is shown as bad has to be found, what is shown as good
// left alone. Examples are matched and never run.

import type { Example, Rule } from "../core/mod.ts";
import { lineStarts, positionAt, printable } from "../core/mod.ts";
import { matchAlone, ruleSet } from "../scan/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { exampleFile } from "./examples.ts";

/** What became of one example; `trouble` is left out where it is as expected. */
export interface TestedExample {
  readonly expected: "bad" | "good";
  readonly note: string;
  readonly file: string;
  readonly trouble?: string;
}

export interface TestedRule {
  readonly id: string;
  readonly examples: readonly TestedExample[];
}

/** `judges`: the rules that look at each example; the rule alone where they are left out. */
export async function testRule(
  rule: Rule<SyntaxTree>,
  judges: readonly Rule<SyntaxTree>[] = [rule],
): Promise<TestedRule> {
  const rules = ruleSet(judges);
  const examples: TestedExample[] = [];
  for (const expected of ["bad", "good"] as const) {
    for (const example of rule[expected]) {
      const trouble = await troubleWith(example, { expected, id: rule.id, rules });
      const { note, file } = example;
      examples.push({ expected, note, file, ...(trouble !== undefined && { trouble }) });
    }
  }
  return { id: rule.id, examples };
}

interface Expectation {
  readonly expected: "bad" | "good";
  readonly id: string;
  readonly rules: ReturnType<typeof ruleSet>;
}

async function troubleWith(
  example: Example,
  { expected, id, rules }: Expectation,
): Promise<string | undefined> {
  const file = exampleFile(example);
  const { matches, diagnostics, parseErrors } = await matchAlone(file, rules);
  const [first] = diagnostics;
  if (first) return first.message;
  const own = matches.filter(({ ruleId }) => ruleId === id);
  const isLimit = example.limit === true;
  if ((expected === "bad") !== isLimit) {
    if (own.length > 0) return undefined;
    return parseErrors
      ? "not found, and the code has syntax errors"
      : isLimit
      ? "not found: this is no false alarm any more, so `limit` can go"
      : "not found";
  }
  const found = expected === "good" && !isLimit ? matches[0] : own[0];
  if (!found) return parseErrors ? "the code has syntax errors, so it shows nothing" : undefined;
  const { line, column } = positionAt(lineStarts(file.text), found.span.start);
  const place = `found at ${line}:${column}`;
  return isLimit
    ? `${place}: this is no miss any more, so \`limit\` can go`
    : found.ruleId === id
    ? place
    : `${place} by ${found.ruleId}`;
}

/** A line for each rule, and one for each example that is not as expected. */
export function testReport(tested: readonly TestedRule[]): string {
  const width = Math.max(...tested.map(({ id }) => id.length));
  const lines = tested.flatMap(({ id, examples }) => {
    const failed = examples.filter(({ trouble }) => trouble !== undefined);
    const count = (kind: string): string =>
      `${examples.filter(({ expected }) => expected === kind).length} ${kind}`;
    return [
      `${failed.length === 0 ? "ok  " : "FAIL"}  ${id.padEnd(width)}  ${count("bad")}, ${
        count("good")
      }`,
      ...failed.map(({ expected, note, file, trouble }) =>
        `        ${expected} "${printable(note)}" (${printable(file)}): ${printable(trouble!)}`
      ),
    ];
  });
  const all = tested.flatMap(({ examples }) => examples);
  const failed = all.filter(({ trouble }) => trouble !== undefined).length;
  const sum = `${counted(tested.length, "rule")}, ${counted(all.length, "example")}: ${
    failed === 0 ? "all as expected" : `${failed} not as expected`
  }`;
  return `${lines.join("\n")}\n\n${sum}\n`;
}

/** True where each example is as expected. */
export function allPass(tested: readonly TestedRule[]): boolean {
  return tested.every(({ examples }) => examples.every(({ trouble }) => trouble === undefined));
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
