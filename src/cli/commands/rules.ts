// `rules`: what the scanner looks for, out of the rules themselves, and rules of one's own.

import { Argument, type Command } from "@commander-js/extra-typings";
import { Failure, FAMILIES, FILE_KINDS, printable, type Rule, SEVERITIES } from "../../core/mod.ts";
import { ALL_RULES } from "../../detectors/mod.ts";
import { rulePage, ruleTable, safeJson } from "../../report/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";
import { aiRule } from "../ai_rules.ts";
import { loadRules } from "../custom_rules.ts";
import { shownRule } from "../examples.ts";
import type { Io } from "../io.ts";
import { choice, collect, collectPaths, severalOf } from "../options.ts";
import { checkFilter, fileKinds, filterRules, taxonomyIds } from "../rule_filter.ts";
import { didYouMean } from "../suggest.ts";
import { addOwnRuleCommands } from "./own_rules.ts";

const EXAMPLES = `
A filter given twice asks for either. Examples:
  mcp-sentinel rules list --family secrets --severity high
  mcp-sentinel rules list --language python --cwe 78 --limits
  mcp-sentinel rules list --owasp MCP05 -o json
  mcp-sentinel rules list --rules rules/ --family custom
`;

const EXPLAIN_EXAMPLES = `
Examples:
  mcp-sentinel rules explain command-injection
  mcp-sentinel rules explain no-deadline --rules rules/
`;

export function addRulesCommand(
  program: Command,
  { io, exit }: { io: Io; exit: (code: number) => void },
): void {
  const rules = program.command("rules")
    .description("Show the rules, and test rules of your own")
    .helpCommand(false);
  rules.command("list")
    .description("List the rules, all or those that fit every filter given")
    .addOption(severalOf("--family <name>", "rules of this family", FAMILIES))
    .addOption(choice("--severity <min>", "rules at or above this severity", SEVERITIES))
    .addOption(
      severalOf("--language <name>", "rules that look at this kind of file", FILE_KINDS),
    )
    .option("--cwe <id>", "rules that cite this weakness: 78", taxonomyIds("cwe"))
    .option(
      "--owasp <id>",
      "rules that cite this entry of OWASP's lists: MCP05, LLM01:2026",
      taxonomyIds("owasp"),
    )
    .option(
      "--atlas <id>",
      "rules that cite this technique of MITRE ATLAS: AML.T0051",
      taxonomyIds("atlas"),
    )
    .option("--tag <tag>", "rules with this tag", collect)
    .option("--limits", "also tell what each rule cannot see")
    .option("--rules <path>", "also rules of this file or folder (repeatable)", collectPaths)
    .addOption(
      choice("-o, --output <format>", "format", ["term", "json"]).default("term" as const),
    )
    .addHelpText("after", EXAMPLES)
    .action(async ({ output, limits, rules: paths, ...filter }) => {
      const all = await allRules(io, paths);
      checkFilter(all, filter);
      const shown = filterRules(all, filter);
      await io.writeOut(
        output === "json"
          ? rulesJson(shown)
          : lineByLine(ruleTable(shown, { limits: limits === true })),
      );
    });
  rules.command("explain")
    .description("Explain a rule: what it finds, why it matters, what to do, what it misses")
    .addArgument(
      new Argument("<id>", "the rule's id, as in reports and `rules list`")
        .choices(ALL_RULES.map(({ id }) => id))
        .argParser((id: string) => id),
    )
    .option("--rules <path>", "also rules of this file or folder (repeatable)", collectPaths)
    // The choices are for completion; in the help they would be a wall of ids.
    .configureHelp({ argumentDescription: ({ description }) => description })
    .addHelpText("after", EXPLAIN_EXAMPLES)
    .action(async (id, { rules: paths }) => {
      const rules = await allRules(io, paths);
      const added = rules.some((known) => known.id === id) ? undefined : await aiRule(id);
      const shown = added ? { rule: added, examples: [] } : await shownRule(findRule(rules, id));
      await io.writeOut(lineByLine(rulePage(shown)));
    });
  addOwnRuleCommands(rules as unknown as Command, { io, exit });
}

/** The built-in rules and those of `paths`, in the order of their ids. */
async function allRules(
  io: Io,
  paths: readonly string[] = [],
): Promise<readonly Rule<SyntaxTree>[]> {
  if (paths.length === 0) return ALL_RULES;
  const { rules } = await loadRules(io, paths);
  return [...ALL_RULES, ...rules].sort((a, b) => a.id < b.id ? -1 : 1);
}

/** Rules of others may hold anything. */
function lineByLine(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

function findRule(rules: readonly Rule<SyntaxTree>[], id: string): Rule<SyntaxTree> {
  const rule = rules.find((known) => known.id === id);
  if (rule) return rule;
  const given = printable(id);
  const nearest = didYouMean(given, rules.map((known) => known.id));
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
  return safeJson(rules);
}
