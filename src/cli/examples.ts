// A rule's examples as they may be shown: made, and with their made-up secrets masked.

import type { Example, SourceFile } from "../core/mod.ts";
import { ALL_RULES } from "../detectors/mod.ts";
import { flowFacts } from "../flow/mod.ts";
import type { ShownExample, ShownRule } from "../report/mod.ts";
import { maskSecrets, ruleSet } from "../scan/mod.ts";
import { kindOfPath } from "../targets/mod.ts";

/** The file that an example stands for; an example whose name tells no kind is a bug. */
export function exampleFile(example: Example): SourceFile {
  const kind = kindOfPath(example.file);
  if (kind === undefined) throw new Error(`No kind of file for the example "${example.file}"`);
  const text = typeof example.code === "function" ? example.code() : example.code;
  const { unlocked } = example;
  return { path: example.file, kind, context: "product", text, ...(unlocked && { unlocked }) };
}

/** A rule with its examples and, where it is one of data flow, what that knows of it. */
export async function shownRule(rule: typeof ALL_RULES[number]): Promise<ShownRule> {
  const examples = await maskedExamples(rule);
  return { rule, examples, ...(rule.sinks && { flow: flowFacts(rule.sinks, rule.sources) }) };
}

async function maskedExamples(rule: typeof ALL_RULES[number]): Promise<ShownExample[]> {
  const rules = ruleSet(ALL_RULES.includes(rule) ? ALL_RULES : [...ALL_RULES, rule]);
  const shown: ShownExample[] = [];
  for (const [expected, examples] of [["bad", rule.bad], ["good", rule.good]] as const) {
    for (const example of examples) {
      const code = await maskSecrets(exampleFile(example), rules);
      shown.push({
        expected,
        file: example.file,
        note: example.note,
        limit: example.limit === true,
        code,
      });
    }
  }
  return shown;
}
