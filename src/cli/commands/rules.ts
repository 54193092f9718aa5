// `rules list` and `rules explain`: what the scanner looks for, out of the rules themselves.

import { Argument, type Command } from "@commander-js/extra-typings";
import { Failure, FAMILIES, FILE_KINDS, printable, type Rule, SEVERITIES } from "../../core/mod.ts";
import { ALL_RULES } from "../../detectors/mod.ts";
import { rulePage, ruleTable } from "../../report/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { shownRule } from "../examples.ts";
import type { Io } from "../io.ts";
import { choice, severalOf } from "../options.ts";
import { fileKinds, filterRules, taxonomyIds } from "../rule_filter.ts";
import { didYouMean } from "../suggest.ts";

/** Every tag of a rule, in order. */
const TAGS = [...new Set(ALL_RULES.flatMap(({ tags }) => tags))].sort();

const EXAMPLES = `
A filter given twice asks for either. Examples:
  mcp-sentinel rules list --family secrets --severity high
  mcp-sentinel rules list --language python --cwe 78 --limits
  mcp-sentinel rules list --owasp MCP05 -o json
`;

export function addRulesCommand(program: Command, { io }: { io: Io }): void {
  const rules = program.command("rules").description("Show the rules").helpCommand(false);
  rules.command("list")
    .description("List the rules, all or those that fit every filter given")
    .addOption(severalOf("--family <name>", "rules of this family", FAMILIES))
    .addOption(choice("--severity <min>", "rules at or above this severity", SEVERITIES))
    .addOption(
      severalOf("--language <name>", "rules that look at this kind of file", FILE_KINDS),
    )
    .option("--cwe <id>", "rules that cite this weakness: 78", taxonomyIds("cwe", "CWE-78"))
    .option(
      "--owasp <id>",
      "rules that cite this entry of OWASP's lists: MCP05, LLM01:2025",
      taxonomyIds("owasp", "MCP05"),
    )
    .option(
      "--atlas <id>",
      "rules that cite this technique of MITRE ATLAS: AML.T0051",
      taxonomyIds("atlas", "AML.T0051"),
    )
    .addOption(severalOf("--tag <tag>", "rules with this tag", TAGS, { isLong: true }))
    .option("--limits", "also tell what each rule cannot see")
    .addOption(
      choice("-o, --output <format>", "format", ["term", "json"]).default("term" as const),
    )
    .addHelpText("after", EXAMPLES)
    .action(async ({ output, limits, ...filter }) => {
      const shown = filterRules(ALL_RULES, filter);
      await io.writeOut(
        output === "json" ? rulesJson(shown) : ruleTable(shown, { limits: limits === true }),
      );
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

function rulesJson(shown: readonly Rule<SyntaxTree>[]): string {
  const rules = shown.map((rule) => ({
    id: rule.id,
    family: rule.family,
    languages: fileKinds(rule),
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
