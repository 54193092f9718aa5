// Which rules run, and how grave what they find is, by what settings say: of several words the one
// of the rule's own id counts before that of its family, and that before `all`.

import type { Finding, RuleInfo, Severity } from "../core/mod.ts";
import { isSwitch, type PathRules, type RuleWord } from "./layer.ts";

type Named = Pick<RuleInfo, "id" | "family">;

export const ALL = "all";

/** The word about the rule that counts. */
function wordFor(
  rule: Named,
  { words, of }: { readonly words: readonly RuleWord[]; readonly of: "switch" | "severity" },
): RuleWord["says"] | undefined {
  const fitting = words.filter((word) => isSwitch(word) === (of === "switch"));
  for (const name of [rule.id, rule.family, ALL]) {
    const word = fitting.findLast((each) => each.name === name);
    if (word) return word.says;
  }
  return undefined;
}

export interface RuleChoice {
  readonly words: readonly RuleWord[];
  readonly paths: readonly PathRules[];
}

function runs(rule: Named, words: readonly RuleWord[]): boolean {
  return wordFor(rule, { words, of: "switch" }) !== "off";
}

/** Whether the rule has anything to do: everywhere, or in some path. */
export function isAsked(rule: Named, { words, paths }: RuleChoice): boolean {
  return runs(rule, words) ||
    paths.some((each) => wordFor(rule, { words: each.words, of: "switch" }) === "on");
}

/** The severity that stands in the place of the rule's own. */
export function severityOf(rule: Named, { words }: RuleChoice): Severity | undefined {
  return wordFor(rule, { words, of: "severity" }) as Severity | undefined;
}

export interface ChoiceContext {
  readonly rules: ReadonlyMap<string, Named>;
  /** Whether a glob covers a whole path, both from one folder. */
  readonly fits: (glob: string, path: string) => boolean;
  /** A severity that is said of a rule, as it counts in a file. */
  readonly severityIn: (file: string, severity: Severity) => Severity;
}

/** The findings as settings want them; those left out are of rules that are off in their path. */
export function chosen(
  findings: readonly Finding[],
  choice: RuleChoice,
  { rules, fits, severityIn }: ChoiceContext,
): { readonly findings: readonly Finding[]; readonly leftOut: number } {
  if (choice.words.length + choice.paths.length === 0) return { findings, leftOut: 0 };
  let leftOut = 0;
  const kept = findings.flatMap((finding) => {
    const rule = rules.get(finding.ruleId);
    if (!rule) return [finding];
    const { file } = finding.location;
    const here = choice.paths.filter((paths) => isBelow(paths, file, fits)).toReversed();
    const said = (of: "switch" | "severity") =>
      here.map(({ words }) => wordFor(rule, { words, of })).find((says) => says !== undefined);
    const state = said("switch");
    if (state === "off" || (state === undefined && !runs(rule, choice.words))) {
      leftOut++;
      return [];
    }
    const own = severityOf(rule, choice);
    // What is said of a path is the last word, also in tests.
    const severity = said("severity") as Severity | undefined ?? (own && severityIn(file, own));
    return [severity === undefined ? finding : { ...finding, severity }];
  });
  return { findings: kept, leftOut };
}

function isBelow(
  { folder, globs }: PathRules,
  file: string,
  fits: ChoiceContext["fits"],
): boolean {
  if (folder !== "" && !file.startsWith(`${folder}/`)) return false;
  const path = folder === "" ? file : file.slice(folder.length + 1);
  return globs.some((glob) => fits(glob, path));
}
