// `rules test` and `rules new`: rules of one's own, held to their examples and started.

import { Argument, type Command } from "@commander-js/extra-typings";
import { EXIT, Failure, printable } from "../../core/mod.ts";
import { ALL_RULES } from "../../detectors/mod.ts";
import { loadRules } from "../custom_rules.ts";
import type { Io } from "../io.ts";
import { choice } from "../options.ts";
import { allPass, type TestedRule, testReport, testRule } from "../rule_tests.ts";

const TEST_EXAMPLES = `
Exit codes: 0 all as expected, 1 some are not, 3 the rules are malformed. Examples:
  mcp-sentinel rules test rules/
  mcp-sentinel rules test rules/no-deadline.yaml
  mcp-sentinel rules test --builtin
`;

const NEW_EXAMPLES = `
Examples:
  mcp-sentinel rules new no-deadline > no-deadline.yaml
  mcp-sentinel rules new internal-host --kind text > internal-host.yaml
`;

export function addOwnRuleCommands(
  rules: Command,
  { io, exit }: { io: Io; exit: (code: number) => void },
): void {
  rules.command("test")
    .description("Hold rules to their own examples: what is bad must be found, what is good not")
    .addArgument(new Argument("[paths...]", "files of rules, or folders with such files"))
    .option("--builtin", "test the built-in rules too")
    .addHelpText("after", TEST_EXAMPLES)
    .action(async (paths, { builtin }) => {
      if (paths.length === 0 && !builtin) {
        throw new Failure("usage", "Expected a file or folder of rules to test, or --builtin", {
          hint: "mcp-sentinel rules test rules/",
        });
      }
      const { rules: own } = await loadRules(io, paths);
      const tested: TestedRule[] = [];
      for (const rule of own) tested.push(await testRule(rule));
      for (const rule of builtin ? ALL_RULES : []) tested.push(await testRule(rule, ALL_RULES));
      await io.writeOut(testReport(tested));
      exit(allPass(tested) ? EXIT.clean : EXIT.findings);
    });
  rules.command("new")
    .description("Print a rule to start from, with examples that pass")
    .addArgument(new Argument("<id>", "the new rule's id: kebab-case, what is wrong"))
    .addOption(
      choice("--kind <kind>", "what it looks at: the syntax tree, or text", ["syntax", "text"])
        .default("syntax" as const),
    )
    .addHelpText("after", NEW_EXAMPLES)
    .action(async (id, { kind }) => {
      if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id) || id.length > 100) {
        throw new Failure("usage", `Expected an id in kebab-case, got "${printable(id)}"`, {
          hint: "Say what is wrong in two words or more: no-deadline",
        });
      }
      const { ruleTemplate } = await import("../../rules/mod.ts");
      await io.writeOut(ruleTemplate(id, kind));
    });
}
