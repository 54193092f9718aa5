// The options of `scan` about what is decided on findings.

import type { Command } from "@commander-js/extra-typings";
import { Failure, SEVERITIES } from "../core/mod.ts";
import type { BaselineOptions } from "./baselines.ts";
import type { Gate } from "./gate.ts";
import { choice, path } from "./options.ts";

export interface TriageOptions extends BaselineOptions, Pick<Gate, "failOnNew"> {
  readonly suppress?: string | undefined;
  readonly trustTarget?: true | undefined;
  readonly failOnUnusedSuppressions?: true | undefined;
}

/** Adds them; whoever runs the command reads them with `triageOptions`. */
export function addTriageOptions(command: Command<[string[]]>): void {
  command
    .option(
      "--suppress <file>",
      "set findings aside as this file says (default: .mcp-sentinel-ignore.yaml of the project)",
      path,
    )
    .option("--fail-on-unused-suppressions", "exit 1 when a suppression fits no finding")
    .option("--baseline", "compare with the saved baseline: what is in it is known, not open")
    .option("--save-baseline", "save the findings as the baseline, whatever the exit code")
    .option(
      "--baseline-file <file>",
      "where the baseline is (.json or .json.gz; default: in ~/.mcp-sentinel); compares with it, " +
        "or saves to it beside --save-baseline",
      path,
    )
    .addOption(
      choice(
        "--fail-on-new <severity>",
        "with a baseline: exit 1 when a new finding is at or " +
          "above this (default: that of --fail-on)",
        [...SEVERITIES, "none"],
      ),
    )
    .option(
      "--project <name>",
      "the project of the saved baseline (default: git's remote, or the path)",
    )
    .option(
      "--trust-target",
      "let suppressions count that stand in a target outside of your repository",
    );
}

export function triageOptions(command: { opts(): unknown }): TriageOptions {
  const options = command.opts() as TriageOptions & { diff?: unknown; staged?: unknown };
  const isCompared = options.baseline === true ||
    (options.baselineFile !== undefined && options.saveBaseline !== true);
  if (options.failOnNew !== undefined && !isCompared) {
    throw new Failure("usage", "Expected --baseline or --baseline-file beside --fail-on-new", {
      hint: "Without a baseline nothing is new; --fail-on is the threshold for all findings",
    });
  }
  if (options.saveBaseline && (options.diff !== undefined || options.staged === true)) {
    throw new Failure("usage", "Expected no --diff and no --staged beside --save-baseline", {
      hint: "A baseline holds what the whole target has; compare with it beside --diff",
    });
  }
  return options;
}
