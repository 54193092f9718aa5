// The syntax matcher of a rule from outside: patterns, what must not fit, what must be around, and
// what holes must hold.

import {
  type Language,
  type Match,
  printable,
  type SyntaxMatcher,
  type SyntaxVisit,
} from "../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree } from "../syntax/mod.ts";
import { type Expression, occursIn } from "./expression.ts";
import type { Pattern } from "./pattern.ts";
import { Holding, type Spent } from "./pattern_match.ts";

/** What a hole must hold; each condition that is there has to be met. */
export interface Condition {
  readonly hole: string;
  /** Over its source text. */
  readonly regex?: Expression;
  readonly notRegex?: Expression;
  /** Over the text that it is known to stand for. */
  readonly value?: Expression;
  /** Whether it is a text that is known. */
  readonly constant?: boolean;
}

/** One way to match, in one language. */
export interface Alternative {
  readonly pattern: Pattern;
  readonly keywords: readonly string[];
  readonly not: readonly Pattern[];
  /** One of them has to be around. */
  readonly inside: readonly Pattern[];
  readonly notInside: readonly Pattern[];
  readonly where: readonly Condition[];
  /** The hole that is reported; the whole match where it is left out. */
  readonly focus?: string | undefined;
  /** With the names of holes, as `$NAME`. */
  readonly message: string;
}

/** Units of a hole's text that conditions look at, and that a message shows. */
const MAX_READ = 2000;
const MAX_SHOWN = 60;

export function syntaxMatcher(
  languages: ReadonlyMap<Language, readonly Alternative[]>,
): SyntaxMatcher<SyntaxTree> {
  const visits = [...languages].map(([language, alternatives]) =>
    [language, visitOf(alternatives)] as const
  );
  return { kind: "syntax", languages: Object.fromEntries(visits) };
}

function visitOf(alternatives: readonly Alternative[]): SyntaxVisit<SyntaxTree> {
  const spent = new WeakMap<SyntaxTree, Spent>();
  return {
    keywords: [...new Set(alternatives.flatMap(({ keywords }) => keywords))],
    nodes: [...new Set(alternatives.map(({ pattern }) => pattern.root.kind))],
    where: (tree, node) => {
      let steps = spent.get(tree);
      if (!steps) spent.set(tree, steps = { steps: 0 });
      // It has been told already.
      if (steps.isUsedUp) return undefined;
      for (const alternative of alternatives) {
        const match = matchOf(alternative, { node, holding: new Holding(tree, steps) });
        if (match) return match;
      }
      return undefined;
    },
  };
}

function matchOf(
  { pattern, not, inside, notInside, where, focus, message }: Alternative,
  { node, holding }: { node: NodeId; holding: Holding },
): Match | undefined {
  const { tree } = holding;
  if (tree.kind(node) !== pattern.root.kind) return undefined;
  if (!holding.fits(pattern.root, node)) return undefined;
  if (not.some(({ root }) => holding.wouldFit(root, node))) return undefined;
  if (inside.length > 0 && !isInside(inside, { node, holding, keep: true })) return undefined;
  if (isInside(notInside, { node, holding, keep: false })) return undefined;
  if (!where.every((condition) => isMet(condition, holding))) return undefined;
  const shown = focus === undefined ? node : holding.nodeOf(focus) ?? node;
  return { span: tree.span(shown), message: filled(message, holding) };
}

function isInside(
  patterns: readonly Pattern[],
  { node, holding, keep }: { node: NodeId; holding: Holding; keep: boolean },
): boolean {
  if (patterns.length === 0) return false;
  const { tree } = holding;
  for (let up = tree.parent(node); up !== undefined; up = tree.parent(up)) {
    holding.spend(1);
    const kind = tree.kind(up);
    for (const { root } of patterns) {
      if (root.kind !== kind) continue;
      if (keep ? holding.fits(root, up) : holding.wouldFit(root, up)) return true;
    }
  }
  return false;
}

function isMet(
  { hole, regex, notRegex, value, constant }: Condition,
  holding: Holding,
): boolean {
  const { tree } = holding;
  const node = holding.nodeOf(hole);
  if (node === undefined) return false;
  const { start, end } = tree.span(node);
  const source = tree.text.slice(start, Math.min(end, start + MAX_READ));
  if (regex && !reads(regex, { text: source, holding })) return false;
  if (notRegex && reads(notRegex, { text: source, holding })) return false;
  if (!value && constant === undefined) return true;
  const known = constantText(tree, node)?.text;
  holding.spend(Math.ceil((known?.length ?? 0) / 64));
  if (constant !== undefined && constant !== (known !== undefined)) return false;
  if (!value) return true;
  return known !== undefined && reads(value, { text: known.slice(0, MAX_READ), holding });
}

function reads(
  expression: Expression,
  { text, holding }: { text: string; holding: Holding },
): boolean {
  holding.spend(Math.ceil(text.length * expression.size / 100));
  return occursIn(expression, text);
}

/** The message, with the first line of what its holes stand for. */
function filled(message: string, holding: Holding): string {
  return message.replace(/\$([A-Z][A-Z0-9_]{0,39})(?![A-Za-z0-9_])/g, (whole, name: string) => {
    const node = holding.nodeOf(name);
    if (node === undefined) return whole;
    const { start, end } = holding.tree.span(node);
    const text = holding.tree.text.slice(start, Math.min(end, start + MAX_SHOWN));
    const [line = ""] = text.split(/[\r\n]/);
    return printable(line) + (line.length < end - start ? "…" : "");
  });
}
