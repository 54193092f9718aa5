// What the parts of the lowering of JavaScript and TypeScript share: the file, what is left of its
// budget, the loops at hand, and the way back to expressions and statements.

import type { Span } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import type { Expr, Import, Stmt } from "../ir.ts";
import type { Budget } from "./budget.ts";

export interface Loop {
  readonly labels: readonly string[];
  /** What runs between two rounds, made anew for each `continue`. */
  readonly beforeNext?: () => readonly Stmt[];
}

export interface Script {
  readonly tree: SyntaxTree;
  readonly budget: Budget;
  /** Of the function at hand, the outermost first. */
  loops: Loop[];
  /** Exports of a namespace are none of the file. */
  inNamespace: boolean;
  /** Imports for the checker alone. */
  readonly types: Import[];
  /** What a chain of members, calls and operators starts with. */
  start(node: NodeId): Expr;
  /** One expression, counted. */
  expression(node: NodeId): Expr;
  /** One statement, counted: none, one, or several that stand for it. */
  statement(node: NodeId): readonly Stmt[];
}

/** By the kind of the node. */
export type ExpressionTable = Readonly<Record<string, (script: Script, node: NodeId) => Expr>>;
export type StatementTable = Readonly<
  Record<string, (script: Script, node: NodeId) => readonly Stmt[]>
>;

// --------------------------------------------------------------------------------------------- nodes

/** Named nodes that may stand anywhere and mean nothing. */
const EXTRAS = new Set(["comment", "html_comment"]);

export function childrenOf({ tree }: Script, node: NodeId): NodeId[] {
  const children: NodeId[] = [];
  const end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) {
    if (!EXTRAS.has(tree.kind(child))) children.push(child);
  }
  return children;
}

/** The children in a field that may hold several. */
export function childrenIn(script: Script, at: { node: NodeId; field: string }): NodeId[] {
  return childrenOf(script, at.node).filter((child) => script.tree.fieldOf(child) === at.field);
}

interface Gap {
  readonly text: string;
  /** What stands behind it; `undefined` at the end. */
  readonly next: NodeId | undefined;
}

/** The source between the children of a node, which is what the tree has no nodes for. */
export function gapsOf({ tree }: Script, node: NodeId): Gap[] {
  const gaps: Gap[] = [];
  const { start, end } = tree.span(node);
  let from = start;
  for (let child = node + 1; child < tree.next(node); child = tree.next(child)) {
    const span = tree.span(child);
    const isExtra = EXTRAS.has(tree.kind(child));
    gaps.push({ text: tree.text.slice(from, span.start), next: isExtra ? undefined : child });
    from = span.end;
  }
  gaps.push({ text: tree.text.slice(from, end), next: undefined });
  return gaps;
}

/**
 * The words of a node that the tree has no nodes for (`async`, `static`, `get`, `*`), up to `until`,
 * a child, or to the end.
 */
export function wordsBefore(script: Script, node: NodeId, until?: NodeId): Set<string> {
  const words = new Set<string>();
  for (const { text, next } of gapsOf(script, node)) {
    for (const word of text.match(/[a-z]+|\*/g) ?? []) words.add(word);
    if (next !== undefined && next === until) break;
  }
  return words;
}

/** A name as the language reads it: `\u0065val` is `eval`. */
export function nameOf({ tree }: Script, node: NodeId): string {
  const text = tree.textOf(node);
  if (!text.includes("\\")) return text;
  return text.replace(/\\u(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{4}))/g, (escape, long, four) => {
    const point = Number.parseInt(long ?? four, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : escape;
  });
}

export function operatorOf({ tree }: Script, node: NodeId): string {
  const operator = tree.child(node, "operator");
  return operator === undefined ? "" : tree.textOf(operator);
}

// --------------------------------------------------------------------------------------- expressions

/** Counts a link of a chain that is lowered in a loop; false where nothing is left. */
export function spend({ budget }: Script): boolean {
  return budget.node(() => true, () => false);
}

/** Stands for what is left out or not known. */
export function nothing(at: Span): Expr {
  return { e: "other", parts: [], at };
}

/** What a variable without a value holds. */
export function undefinedAt(at: Span): Expr {
  return { e: "const", type: "null", text: "undefined", at };
}

/** The expression in a field; a file in error may lack it. */
export function operand(script: Script, at: { node: NodeId; field: string }): Expr {
  const child = script.tree.child(at.node, at.field);
  return child === undefined ? nothing(script.tree.span(at.node)) : script.expression(child);
}

const WITHOUT_VALUE = new Set([
  "type_annotation",
  "type_arguments",
  "type_parameters",
  "accessibility_modifier",
  "override_modifier",
  "string_fragment",
  "escape_sequence",
  "optional_chain",
]);

/** A node without a meaning of its own: what is inside may still have one. */
export function partsOf(script: Script, node: NodeId): Expr {
  const { tree } = script;
  const parts: Expr[] = [];
  for (const child of childrenOf(script, node)) {
    if (WITHOUT_VALUE.has(tree.kind(child)) || tree.fieldOf(child) === "operator") continue;
    const part = script.expression(child);
    if (part.e !== "other" || part.parts.length > 0) parts.push(part);
  }
  return { e: "other", parts, at: tree.span(node) };
}

/** `a.b.c` as an expression, out of a text that has only names and dots. */
export function dotted(text: string, at: Span): Expr {
  const [first = "", ...rest] = text.split(".").map((name) => name.trim());
  return rest.reduce<Expr>(
    (object, name) => ({ e: "member", object, name, at }),
    { e: "name", name: first, at },
  );
}

// ---------------------------------------------------------------------------------------- statements

export function statementsOf(script: Script, nodes: readonly NodeId[]): readonly Stmt[] {
  const statements: Stmt[] = [];
  for (const node of nodes) {
    // No spread: one declaration may hold more variables than a call takes arguments.
    for (const statement of script.statement(node)) statements.push(statement);
  }
  return statements;
}

/** The statements of a body, with or without braces. */
export function bodyOf(script: Script, body: NodeId | undefined): readonly Stmt[] {
  if (body === undefined) return [];
  return script.tree.kind(body) === "statement_block"
    ? statementsOf(script, childrenOf(script, body))
    : script.statement(body);
}
