// What the parts of the lowering of Python share: the way back to expressions and statements, which
// counts against the budget, and how children of a node are read.

import type { Span } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import type { Expr, Pattern, Stmt } from "../ir.ts";

export interface Lowering {
  readonly tree: SyntaxTree;
  /** Whether the function at hand has a `yield` so far; each function starts anew. */
  yields: boolean;
  /** Names that the function at hand says are not its own. */
  outer: string[];
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

/** Named nodes that may stand anywhere and mean nothing. */
const EXTRAS = new Set(["comment", "line_continuation"]);

export function childrenOf({ tree }: Lowering, node: NodeId): NodeId[] {
  const children: NodeId[] = [];
  const end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) {
    if (!EXTRAS.has(tree.kind(child))) children.push(child);
  }
  return children;
}

/** The children in a field that may hold several. */
export function childrenIn(low: Lowering, at: { node: NodeId; field: string }): NodeId[] {
  return childrenOf(low, at.node).filter((child) => low.tree.fieldOf(child) === at.field);
}

export function lastOf<T>(items: readonly T[]): T | undefined {
  return items[items.length - 1];
}

/** Spread into `push`, more items than a call may have arguments would end in an exception. */
export function append<T>(items: T[], more: readonly T[]): void {
  for (const item of more) items.push(item);
}

/** A name without the spaces and line ends that may stand in it. */
export function tightText({ tree }: Lowering, node: NodeId): string {
  return tree.textOf(node).replace(/[\s\\]+/g, "");
}

// --------------------------------------------------------------------------------------- expressions

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
    if (low.tree.fieldOf(child)?.startsWith("operator")) continue;
    const part = low.expression(child);
    if (part.e !== "other" || part.parts.length > 0) parts.push(part);
  }
  return { e: "other", parts, at: low.tree.span(node) };
}

/**
 * Gives an expression that is used in several places in full once, and again only where it is small:
 * what doubles itself inside of what doubles itself would be walked without an end.
 */
export class Uses {
  readonly #used = new Set<Expr>();

  of(expr: Expr): Expr {
    if (this.#used.has(expr) && !isSmall(expr)) return unknown(expr.at);
    this.#used.add(expr);
    return expr;
  }
}

function isSmall(expr: Expr): boolean {
  let inside = expr;
  for (let dots = 0; inside.e === "member" && dots < MAX_DOTS; dots++) inside = inside.object;
  return inside.e === "name" || inside.e === "const";
}

/** Whatever stands alone or, behind commas, together: one expression, or a tuple of them. */
export function oneOrTuple(low: Lowering, nodes: readonly NodeId[]): Expr | undefined {
  const [first] = nodes;
  if (first === undefined) return undefined;
  if (nodes.length === 1) return low.expression(first);
  const end = low.tree.span(lastOf(nodes)!).end;
  return listOf(low, { nodes, at: { start: low.tree.span(first).start, end } });
}

const SPREADS = new Set(["list_splat", "list_splat_pattern"]);

export function isSpread({ tree }: Lowering, node: NodeId): boolean {
  return SPREADS.has(tree.kind(node));
}

/** The elements of a list, tuple or set. */
export function listOf(low: Lowering, of: { nodes: readonly NodeId[]; at: Span }): Expr {
  const items = of.nodes.map((node) => {
    const value = low.expression(node);
    return isSpread(low, node) ? { value, spread: true as const } : { value };
  });
  return { e: "list", items, at: of.at };
}

/** Names put between dots beyond this are no program, and would nest as deep as they are many. */
const MAX_DOTS = 16;

/** `a.b.c` out of a node that holds its names side by side. */
export function dotted(low: Lowering, node: NodeId): Expr {
  const [first, ...rest] = childrenOf(low, node);
  if (first === undefined || rest.length > MAX_DOTS) return partsOf(low, node);
  const { tree } = low;
  const { start, end } = tree.span(first);
  let object: Expr = { e: "name", name: tree.textOf(first), at: { start, end } };
  for (const part of rest) {
    const at = { start, end: tree.span(part).end };
    object = { e: "member", object, name: tree.textOf(part), at };
  }
  return object;
}

export function namePattern({ tree }: Lowering, node: NodeId): Pattern {
  const name = tree.textOf(node);
  const at = tree.span(node);
  return name === "_" || name === "" ? { k: "none", at } : { k: "name", name, at };
}

// ---------------------------------------------------------------------------------------- statements

export function statementsOf(low: Lowering, nodes: readonly NodeId[]): readonly Stmt[] {
  const statements: Stmt[] = [];
  for (const node of nodes) append(statements, low.statement(node));
  return statements;
}

/** The statements of a block in a field, or of the clause that holds one. */
export function blockOf(low: Lowering, block: NodeId | undefined): readonly Stmt[] {
  if (block === undefined) return [];
  const inner = low.tree.firstChild(block, "block");
  return statementsOf(low, childrenOf(low, inner ?? block));
}

/** The statements of a module, class or function, without the docstring. */
export function bodyStatements(low: Lowering, body: NodeId): readonly NodeId[] {
  const statements = childrenOf(low, body);
  const [first] = statements;
  return first !== undefined && isDocstring(low, first) ? statements.slice(1) : statements;
}

const TEXT_KINDS = new Set(["string", "concatenated_string"]);

function isDocstring({ tree }: Lowering, statement: NodeId): boolean {
  if (tree.kind(statement) !== "expression_statement") return false;
  const text = tree.firstChild(statement);
  return text !== undefined && TEXT_KINDS.has(tree.kind(text)) &&
    !tree.textOf(text).match(/^[rR]?[fFtT]/);
}
