// Patterns, parsed by the grammar of the language that they look for.

import type { Language } from "../core/mod.ts";
import {
  isStringLiteral,
  literalPieces,
  type NodeId,
  parse,
  type SyntaxTree,
} from "../syntax/mod.ts";
import { type Meaning, meaningOf, withNames } from "./pattern_text.ts";

/** Units of a pattern, and nodes of its tree. */
export const MAX_PATTERN = 2000;
const MAX_NODES = 400;
const MAX_DEPTH = 60;

/** A node of a pattern, with what matching asks of it again and again. */
export interface PatternNode {
  readonly kind: string;
  readonly field: string | undefined;
  readonly text: string;
  readonly meaning?: Meaning;
  /** Of a string without anything put in between: its text, or that it is `"..."`, any text. */
  readonly literal?: { readonly text: string } | "any";
  /** Of a name or a chain of names: how it is written with points. */
  readonly path?: string;
  readonly children: readonly PatternNode[];
}

export interface Pattern {
  readonly root: PatternNode;
  /** Its longest name; a text without it has no match. */
  readonly keyword: string | undefined;
  /** The names of its holes. */
  readonly holes: ReadonlySet<string>;
}

type Frame = readonly [before: string, after: string];

const BARE: Frame = ["", ""];
const BRACKETS: Frame = ["(", "\n)"];
const GO_FRAMES: readonly Frame[] = [
  ["package p\nfunc f() {\n", "\n}\n"],
  ["package p\n", "\n"],
];

/** Where a grammar takes the pattern: as it is, or inside something else. */
function framesOf(pattern: string, language: Language): readonly Frame[] {
  if (language === "python") return [BARE];
  if (language === "go") return GO_FRAMES;
  // A brace that begins a statement is a block's.
  return pattern.startsWith("{") ? [BRACKETS, BARE] : [BARE, BRACKETS];
}

/** The pattern, or in a sentence why it is none. */
export async function readPattern(
  source: string,
  language: Language,
): Promise<Pattern | string> {
  const text = withNames(source.trim(), language);
  if (text.length > 2 * MAX_PATTERN) return `Expected at most ${MAX_PATTERN} characters`;
  for (const [before, after] of framesOf(text, language)) {
    const tree = await parse({ language, text: before + text + after });
    if (tree.errors > 0 || tree.cutAt !== undefined) continue;
    const node = nodeAt(tree, { start: before.length, end: before.length + text.length });
    if (node === undefined) continue;
    return toPattern(tree, node);
  }
  return `Expected one expression or statement of ${language}, with $NAME and ... for what varies`;
}

/** The outermost node that covers the span, an expression rather than its statement. */
function nodeAt(
  tree: SyntaxTree,
  { start, end }: { start: number; end: number },
): NodeId | undefined {
  for (let node = 0; node < tree.size; node++) {
    const span = tree.span(node);
    if (span.start !== start || span.end > end || LISTS.has(tree.kind(node))) continue;
    if (isStatement(tree, node)) continue;
    const left = tree.text.slice(span.end, end).trim();
    return left === "" || left === ";" ? node : undefined;
  }
  return undefined;
}

const LISTS = new Set(["program", "module", "source_file", "statement_list"]);

/** Holds an expression, which is what is meant. */
function isStatement(tree: SyntaxTree, node: NodeId): boolean {
  return tree.kind(node) === "expression_statement" && [...tree.children(node)].length === 1;
}

function toPattern(tree: SyntaxTree, node: NodeId): Pattern | string {
  if (tree.next(node) - node > MAX_NODES) return "The pattern is too large";
  const holes = new Set<string>();
  const names: string[] = [];
  const root = toNode(tree, node, { depth: 0, holes, names });
  if (!root) return "The pattern nests too deeply";
  if (root.meaning) return "Expected more than a hole alone";
  const keyword = names.sort((a, b) => b.length - a.length)[0];
  return { root, keyword, holes };
}

interface Gathering {
  readonly depth: number;
  readonly holes: Set<string>;
  readonly names: string[];
}

function toNode(
  tree: SyntaxTree,
  node: NodeId,
  { depth, holes, names }: Gathering,
): PatternNode | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const [kind, field, text] = [tree.kind(node), tree.fieldOf(node), tree.textOf(node)];
  const meaning = meaningOf(text);
  if (meaning) {
    if (meaning.kind === "hole" && meaning.name !== "") holes.add(meaning.name);
    return { kind, field, text, meaning, children: [] };
  }
  const literal = literalOf(tree, node);
  if (literal !== undefined) return { kind, field, text, literal, children: [] };
  if (/identifier$/.test(kind) && text.length > 1) names.push(text);
  const children: PatternNode[] = [];
  for (const child of tree.children(node)) {
    const made = toNode(tree, child, { depth: depth + 1, holes, names });
    if (!made) return undefined;
    children.push(made);
  }
  const path = pathOf(kind, text);
  return { kind, field, text, children, ...(path !== undefined && { path }) };
}

function literalOf(tree: SyntaxTree, node: NodeId): PatternNode["literal"] {
  if (!isStringLiteral(tree, node)) return undefined;
  let text = "";
  for (const piece of literalPieces(tree, node) ?? []) {
    if (piece.kind === "expression") return undefined;
    text += piece.value.text;
  }
  return text === "..." ? "any" : { text };
}

const NAMES = new Set(["identifier", "attribute", "member_expression", "selector_expression"]);

function pathOf(kind: string, text: string): string | undefined {
  if (!NAMES.has(kind) || text.includes("__HOLE_") || text.includes("__REST__")) return undefined;
  const path = text.replace(/\s/g, "");
  return /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(path) ? path : undefined;
}
