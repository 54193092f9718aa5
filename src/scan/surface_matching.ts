// What a file says to a model, against the rules about it. A text may stand in another file of the
// target than the tool that shows it: what is found in it is reported there.

import {
  type Diagnostic,
  type FileKind,
  isLanguage,
  type Match,
  type RuleInfo,
} from "../core/mod.ts";
import { type FileSurface, linkedSurface, type Neighbourhood, readSurface } from "../mcp/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { type CodeDocument, placed } from "./documents.ts";
import type { RuleSet } from "./rule_set.ts";

/** A file's place among others of its target. */
export interface Surroundings {
  readonly path: string;
  readonly neighbourhood: Neighbourhood;
}

/** What takes in the matches of a file. */
interface Collecting {
  guard(rule: RuleInfo, find: () => readonly Match[]): void;
  takeElsewhere(rule: RuleInfo, path: string, match: Match): void;
  diagnose(kind: Diagnostic["kind"], message: string): void;
}

/** What the tree says to a model, with what it takes from the files around it. */
export async function surfaceIn(
  tree: SyntaxTree,
  kind: FileKind,
  around?: Surroundings,
): Promise<FileSurface> {
  return around && isLanguage(kind) ? await linkedSurface(tree, around) : readSurface(tree);
}

/** Runs the rules about what a server says to a model. */
export function matchSurface(
  { items, place, cut }: FileSurface,
  { code, rules, run }: {
    readonly code: CodeDocument;
    readonly rules: RuleSet;
    readonly run: Collecting;
  },
): void {
  if (cut) run.diagnose("cut-by-bound", "Too much text for a model; only the first of it was read");
  for (const { rule, matcher } of rules.tool) {
    for (const item of items) {
      if (!matcher.owners.includes(item.owner)) continue;
      run.guard(rule, () => {
        const own: Match[] = [];
        for (const match of matcher.where(item)) {
          const { path, span } = place(match.span);
          if (path === undefined) own.push(placed(match, code));
          else run.takeElsewhere(rule, path, { ...match, span });
        }
        return own;
      });
    }
  }
}
