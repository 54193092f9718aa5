// `rules list` and `rules explain`: what the scanner looks for, out of the rules themselves.

import { Argument, type Command } from "@commander-js/extra-typings";
import { Failure, printable } from "../../core/mod.ts";
import { ALL_RULES } from "../../detectors/mod.ts";
import { rulePage, ruleTable } from "../../report/mod.ts";
import { shownRule } from "../examples.ts";
import type { Io } from "../io.ts";
import { choice } from "../options.ts";
import { didYouMean } from "../suggest.ts";

export function addRulesCommand(program: Command, { io }: { io: Io }): void {
  const rules = program.command("rules").description("Show the rules").helpCommand(false);
  rules.command("list")
    .description("List every rule")
    .addOption(
      choice("-o, --output <format>", "format", ["term", "json"]).default("term" as const),
    )
    .action(async ({ output }) => {
      await io.writeOut(output === "json" ? rulesJson() : ruleTable(ALL_RULES));
    });
  rules.command("explain")
    .description("Explain a rule: what it finds, why it matters, what to do, what it misses")
    .addArgument(
      new Argument("<id>", "the rule's id, as in reports and `rules list`")
        .choices(ALL_RULES.map(({ id }) => id))
        .argParser(findRule),
    )
    // The choices are for completion; in the help they would be a wall of ids.
    .configureHelp({ argumentDescription: ({ description }) => description })
    .addHelpText("after", "\nExample:\n  mcp-sentinel rules explain command-injection\n")
    .action(async (rule) => {
      await io.writeOut(rulePage(await shownRule(rule)));
    });
}

function findRule(id: string): typeof ALL_RULES[number] {
  const rule = ALL_RULES.find((known) => known.id === id);
  if (rule) return rule;
  const given = printable(id);
  const nearest = didYouMean(given, ALL_RULES.map((known) => known.id));
  throw new Failure("unknown-rule", `Unknown rule "${given}".${nearest}`, {
    hint: "mcp-sentinel rules list shows every rule",
  });
}

function rulesJson(): string {
  const rules = ALL_RULES.map((rule) => ({
    id: rule.id,
    family: rule.family,
    title: rule.title,
    severity: rule.severity,
    confidence: rule.confidence,
    cwe: rule.cwe,
    owasp: rule.owasp,
    atlas: rule.atlas,
    since: rule.since,
    tags: rule.tags,
    why: rule.why,
    fix: rule.fix,
    limits: rule.limits,
  }));
  return `${JSON.stringify(rules, null, 2)}\n`;
}
