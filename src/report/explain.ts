// One finding and the rule behind it, for a reader who wants to know more.

import { defuseCommands, type Finding, printable, type RuleInfo, showable } from "../core/mod.ts";
import { wrap } from "./_columns.ts";
import { findingLines } from "./_finding.ts";
import { painter } from "./_style.ts";
import { taxonomyLines } from "./rule_page.ts";
import type { TerminalOptions } from "./terminal.ts";

/** What a model says at length. */
export interface ModelWords {
  readonly explanation: string;
  readonly patch: string;
  readonly model: string;
}

const MIN_WIDTH = 40;

/** `rule` is left out where it is none that is known. */
export function explainText(
  { finding, rule, words }: {
    readonly finding: Finding;
    readonly rule?: RuleInfo | undefined;
    readonly words?: ModelWords | undefined;
  },
  options: TerminalOptions,
): string {
  const page = { ...options, width: Math.max(options.width, MIN_WIDTH) };
  const paint = painter({ color: page.color, dim: false });
  const section = (title: string, paragraphs: readonly string[]): string[] => [
    paint("strong", title),
    ...paragraphs.flatMap((text) => wrap(showable(text), page.width - 2)).map((line) =>
      `  ${line}`
    ),
  ];
  const blocks = [
    findingLines(finding, page, rule?.fix ?? ""),
    [`  fingerprint ${showable(finding.fingerprint)}`],
    ...(rule
      ? [
        section(rule.title, [rule.why]),
        ...(rule.limits === "" ? [] : [section("What the rule does not see", [rule.limits])]),
        section("Taxonomies", taxonomyLines(rule)),
      ]
      : []),
    ...(words ? wordBlocks(words) : []),
  ];
  return defuseCommands(blocks.map((lines) => lines.join("\n") + "\n").join("\n"));

  function wordBlocks({ explanation, patch, model }: ModelWords): string[][] {
    const lines = patch.split("\n").map((line) => `  ${printable(line)}`);
    return [
      section(`What a model says (${showable(model)}); the code it read may have steered it`, [
        ...explanation.split("\n").filter((line) => line.trim() !== ""),
      ]),
      ...(patch === ""
        ? []
        : [[paint("strong", "A patch that it proposes; nothing was changed"), ...lines]]),
    ];
  }
}
