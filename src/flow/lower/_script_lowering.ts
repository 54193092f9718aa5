// What the parts of the lowering of JavaScript and TypeScript share: the way back to expressions
// and statements, which counts against the budget, and how children of a node are read.

import type { Span } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import type { Expr, Stmt } from "../ir.ts";

export interface Lowering {
  readonly tree: SyntaxTree;
  expression(node: NodeId): Expr;
  /** One statement may become several, or none. */
  statement(node: NodeId): readonly Stmt[];
  /** `make` one level deeper; what recurses in any other way than by the above goes through it. */
  bounded<T>(make: () => T, fallback: () => T): T;
}

/** By the kind of the node. */
export type ExpressionTable = Readonly<Record<string, (low: Lowering, node: NodeId) => Expr>>;
export type StatementTable = Readonly<
  Record<string, (low: Lowering, node: NodeId) => readonly Stmt[]>
>;

export function childrenOf({ tree }: Lowering, node: NodeId): NodeId[] {
  return [...tree.children(node)];
}

/** The children in a field that may hold several. */
export function childrenIn(low: Lowering, at: { node: NodeId; field: string }): NodeId[] {
  return childrenOf(low, at.node).filter((child) => low.tree.fieldOf(child) === at.field);
}

/** True where a word stands among a node's own tokens, before its name: `static`, `async`, `get`. */
export function hasWord({ tree }: Lowering, of: { node: NodeId; word: string }): boolean {
  const { start, end } = tree.span(of.node);
  const name = tree.child(of.node, "name") ?? tree.child(of.node, "parameters") ??
    tree.child(of.node, "parameter");
  const head = tree.text.slice(
    start,
    Math.min(name === undefined ? end : tree.span(name).start, start + 400),
  );
  return head.split(/[\s*(]/).includes(of.word);
}

/** What nothing is known of. */
export function unknown(at: Span): Expr {
  return { e: "other", parts: [], at };
}

/** The expression in a field; a file in error may lack it. */
export function operand(low: Lowering, at: { node: NodeId; field: string }): Expr {
  const child = low.tree.child(at.node, at.field);
  return child === undefined ? unknown(low.tree.span(at.node)) : low.expression(child);
}

/** A node without a meaning of its own: what is inside may still have one. */
export function partsOf(low: Lowering, node: NodeId): Expr {
  const parts: Expr[] = [];
  for (const child of childrenOf(low, node)) {
    const part = low.expression(child);
    if (part.e !== "other" || part.parts.length > 0) parts.push(part);
  }
  return { e: "other", parts, at: low.tree.span(node) };
}

export function statementsOf(low: Lowering, nodes: readonly NodeId[]): readonly Stmt[] {
  const statements: Stmt[] = [];
  for (const node of nodes) {
    for (const statement of low.statement(node)) statements.push(statement);
  }
  return statements;
}

/** The statements of a block, or the one that stands without braces. */
export function blockOf(low: Lowering, block: NodeId | undefined): readonly Stmt[] {
  if (block === undefined) return [];
  return low.tree.kind(block) === "statement_block"
    ? statementsOf(low, childrenOf(low, block))
    : low.statement(block);
}

export function textConstant(text: string, at: Span): Expr {
  return { e: "const", type: "text", text, at };
}

export function isText(expr: Expr): boolean {
  return expr.e === "text" || (expr.e === "const" && expr.type === "text");
}

/** One text of several; texts among the parts give theirs. */
export function joinedText(parts: readonly Expr[], at: Span): Expr {
  return { e: "text", parts: parts.flatMap((part) => part.e === "text" ? part.parts : [part]), at };
}

export function lastOf<T>(items: readonly T[]): T | undefined {
  return items[items.length - 1];
}
