// Settings as rules ask about them: an option, a keyword or a field with its value, and what is
// known of that value. Nothing here looks outside the file.

import type { Language, Match, SyntaxMatcher } from "../../core/mod.ts";
import { constantText, type NodeId, type SyntaxTree, textPieces } from "../../syntax/mod.ts";
import { callAt, valueOf } from "../code/calls.ts";
import { lastName } from "../code/made_names.ts";

export interface Setting {
  /** The last part of its name: `host` of `mcp.settings.host`. */
  readonly name: string;
  readonly value: NodeId;
}

const SCRIPT = ["pair", "assignment_expression", "variable_declarator"];
const NODES: Readonly<Record<Language, readonly string[]>> = {
  python: ["keyword_argument", "assignment", "pair"],
  javascript: SCRIPT,
  typescript: SCRIPT,
  tsx: SCRIPT,
  go: ["keyed_element", "assignment_statement"],
};

/** The setting at `node`; `undefined` where it gives no single name a value. */
export function settingAt(tree: SyntaxTree, node: NodeId): Setting | undefined {
  const name = tree.child(node, "key") ?? tree.child(node, "name") ?? tree.child(node, "left");
  const value = tree.child(node, "value") ?? tree.child(node, "right");
  return name === undefined || value === undefined
    ? undefined
    : { name: lastName(tree, name), value };
}

/** Visits every setting of the languages that `keywords` names. */
export function visitSettings(
  keywords: Readonly<Partial<Record<Language, readonly string[]>>>,
  where: (tree: SyntaxTree, node: NodeId, setting: Setting) => Match | undefined,
): SyntaxMatcher<SyntaxTree> {
  return visit(keywords, NODES, (tree, node) => {
    const setting = settingAt(tree, node);
    return setting && where(tree, node, setting);
  });
}

/** Visits nodes, each language with kinds of its own. */
export function visit(
  keywords: Readonly<Partial<Record<Language, readonly string[]>>>,
  nodes: Readonly<Partial<Record<Language, readonly string[]>>>,
  where: (tree: SyntaxTree, node: NodeId) => Match | undefined,
): SyntaxMatcher<SyntaxTree> {
  const languages = Object.entries(keywords).map(([language, words]) =>
    [language, { keywords: words, nodes: nodes[language as Language] ?? [], where }] as const
  );
  return { kind: "syntax", languages: Object.fromEntries(languages) };
}

const LONGEST = 400;

/** The beginning of the text of a node. */
export function textAt(tree: SyntaxTree, node: NodeId): string {
  const { start, end } = tree.span(node);
  return tree.text.slice(start, Math.min(end, start + LONGEST));
}

/** `true` and `false` where they stand as constants, under a name or not. */
export function truthOf(tree: SyntaxTree, node: NodeId): boolean | undefined {
  const text = textAt(tree, valueOf(tree, node)).trim();
  return /^(?:true|True)$/.test(text) ? true : /^(?:false|False)$/.test(text) ? false : undefined;
}

export interface Constant {
  readonly text: string;
  /** It holds only where the environment says nothing else. */
  readonly isDefault: boolean;
  readonly node: NodeId;
}

const LOOKUPS = /^(?:os\.getenv|os\.environ\.get)$/;
const ALTERNATIVES = new Set(["||", "??", "or"]);

/** A constant text, or the one that stands in for an unset variable. */
export function constantOf(tree: SyntaxTree, node: NodeId): Constant | undefined {
  const value = valueOf(tree, node);
  const text = constantText(tree, value)?.text;
  if (text !== undefined) return { text, isDefault: false, node: value };
  const fallback = fallbackOf(tree, value);
  const other = fallback === undefined ? undefined : constantText(tree, fallback)?.text;
  return other === undefined ? undefined : { text: other, isDefault: true, node: fallback! };
}

/** What stands in for a value that may be missing: of `getenv(name, x)`, `a || x` and `a or x`. */
function fallbackOf(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  const call = callAt(tree, node);
  if (call) return LOOKUPS.test(call.callee) ? call.positional[1] : undefined;
  if (!/^(?:binary_expression|boolean_operator)$/.test(tree.kind(node))) return undefined;
  const operator = tree.child(node, "operator");
  const right = tree.child(node, "right");
  if (operator === undefined || right === undefined) return undefined;
  return ALTERNATIVES.has(tree.textOf(operator)) ? valueOf(tree, right) : undefined;
}

/** The constant text that an expression starts with. */
export function startOf(tree: SyntaxTree, node: NodeId): string {
  const [first] = textPieces(tree, valueOf(tree, node));
  return first?.kind === "text" ? first.value.text : constantOf(tree, node)?.text ?? "";
}

const FUNCTIONS = new Set([
  "arrow_function",
  "func_literal",
  "function_declaration",
  "function_definition",
  "function_expression",
  "generator_function_declaration",
  "method_declaration",
  "method_definition",
]);

/** The function around a node; the file where it stands in none. */
export function functionAround(tree: SyntaxTree, node: NodeId): NodeId {
  return tree.ancestor(node, FUNCTIONS) ?? 0;
}
