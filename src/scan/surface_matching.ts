// What a file says to a model, against the rules about it. A text may stand in another file of the
// target than the tool that shows it: what is found in it is reported there.

import {
  type Diagnostic,
  type FileKind,
  isLanguage,
  type Match,
  type RuleInfo,
  type TextSource,
} from "../core/mod.ts";
import {
  dumpSurface,
  type FileSurface,
  linkedSurface,
  type Neighbourhood,
  readSurface,
} from "../mcp/mod.ts";
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
  { items, place, cut }: Pick<FileSurface, "items" | "place" | "cut">,
  { code, rules, run }: {
    readonly code: Pick<CodeDocument, "place">;
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

/** Runs the same rules on a file that lists what a server says. */
export function matchDump(
  file: TextSource,
  { rules, run }: { readonly rules: RuleSet; readonly run: Collecting },
): void {
  const dump = dumpSurface(file);
  if (!dump) return;
  const { items, malformed, cut } = dump;
  if (malformed !== undefined) run.diagnose("malformed", malformed);
  else if (items.length === 0) run.diagnose("malformed", "No tool, prompt or resource was found");
  matchSurface({ items, cut, place: (span) => ({ span }) }, {
    code: { place: (span) => span },
    rules,
    run,
  });
}
