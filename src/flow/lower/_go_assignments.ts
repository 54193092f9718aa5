// Assignments of every form: one or many on either side, and the second value that a lookup, an
// assertion or a receipt may give besides its first.

import type { Span } from "../../core/mod.ts";
import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Pattern, Stmt } from "../ir.ts";
import { type Go, listed, nothing, operatorOf, seenThrough } from "./_go_context.ts";

/** `a, b := f()`. */
export function lowerDeclaration(go: Go, node: NodeId): readonly Stmt[] {
  return lowerSides(go, node, { declares: true });
}

/** `a, b = b, a` and `a += b`. */
export function lowerAssignment(go: Go, node: NodeId): readonly Stmt[] {
  const op = operatorOf(go.tree, node).replace(/=$/, "");
  return lowerSides(go, node, { declares: false, ...(op !== "" && { op }) });
}

function lowerSides(
  go: Go,
  node: NodeId,
  how: { readonly declares: boolean; readonly op?: string },
): readonly Stmt[] {
  const { tree } = go;
  const at = tree.span(node);
  const left = tree.child(node, "left");
  const right = tree.child(node, "right");
  if (left === undefined || right === undefined) return lowerBroken(go, node);
  const targets = patternsOf(go, listed(tree, left));
  return assigned(go, { targets, values: listed(tree, right), ...how, at });
}

/** What is left of an assignment that the parser found no side of. */
function lowerBroken(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const sides = Array.from(tree.children(node)).filter((child) => tree.kind(child) !== "ERROR");
  const parts = sides.map((side) => go.expression(side));
  const at = tree.span(node);
  return [{ s: "expr", value: { e: "other", parts, at }, at }];
}

/** `a++` and `a--`. */
export function lowerStep(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const place = tree.firstChild(node);
  if (place === undefined) return [];
  const at = tree.span(node);
  return [{
    s: "assign",
    target: lowerPattern(go, place),
    value: { e: "const", type: "number", text: "1", at },
    op: tree.kind(node) === "inc_statement" ? "+" : "-",
    declares: false,
    at,
  }];
}

/** `ch <- v`. */
export function lowerSend(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const channel = tree.child(node, "channel");
  const value = tree.child(node, "value");
  if (channel === undefined || value === undefined) return [];
  const place: Pattern = { k: "place", expr: go.expression(channel), at: tree.span(channel) };
  return [{
    s: "assign",
    target: place,
    value: go.expression(value),
    op: "<-",
    declares: false,
    at: tree.span(node),
  }];
}

/** A receipt as a case of `select` has it: `v, ok := <-ch` or `<-ch`. */
export function lowerReceipt(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const left = tree.child(node, "left");
  const right = tree.child(node, "right");
  const at = tree.span(node);
  if (right === undefined) return [];
  if (left === undefined) return [{ s: "expr", value: go.expression(right), at }];
  const between = tree.text.slice(tree.span(left).end, tree.span(right).start);
  return assigned(go, {
    targets: patternsOf(go, listed(tree, left)),
    values: [right],
    declares: between.includes(":="),
    at,
  });
}

export interface Assigned {
  readonly targets: readonly Pattern[];
  readonly values: readonly NodeId[];
  readonly declares: boolean;
  readonly op?: string;
  readonly at: Span;
}

/** None where a side is missing, which is no Go. */
export function assigned(go: Go, { targets, values, ...rest }: Assigned): readonly Stmt[] {
  const value = valueOf(go, { values, count: targets.length });
  const target = patternOf(targets);
  return value && target ? [{ s: "assign", target, value, ...rest }] : [];
}

/** The value for so many targets. */
export function valueOf(
  go: Go,
  { values, count }: { values: readonly NodeId[]; count: number },
): Expr | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  const made = values.map((value) => go.expression(value));
  const at = { start: go.tree.span(first).start, end: go.tree.span(values.at(-1)!).end };
  if (made.length > 1) return { e: "list", items: made.map((value) => ({ value })), at };
  const value = made[0]!;
  if (count !== 2 || !givesSuccess(go, first)) return value;
  return { e: "list", items: [{ value }, { value: nothing(at) }], at };
}

/** What gives, where two are asked for, a value and whether there was one. */
function givesSuccess({ tree }: Go, node: NodeId): boolean {
  const inner = seenThrough(tree, node);
  const kind = tree.kind(inner);
  return kind === "type_assertion_expression" || kind === "index_expression" ||
    (kind === "unary_expression" && operatorOf(tree, inner) === "<-");
}

// ------------------------------------------------------------------------------------------ patterns

export function patternsOf(go: Go, nodes: readonly NodeId[]): Pattern[] {
  return nodes.map((node) => lowerPattern(go, node));
}

/** One pattern for all targets of an assignment. */
export function patternOf(targets: readonly Pattern[]): Pattern | undefined {
  const [first, second] = targets;
  if (!first || !second) return first;
  const at = { start: first.at.start, end: targets.at(-1)!.at.end };
  return { k: "list", items: targets.map((target) => ({ target })), at };
}

const NAMES = new Set(["identifier", "blank_identifier"]);

export function lowerPattern(go: Go, node: NodeId): Pattern {
  const { tree } = go;
  const at = tree.span(node);
  const inner = seenThrough(tree, node);
  if (!NAMES.has(tree.kind(inner))) return { k: "place", expr: go.expression(inner), at };
  const name = tree.textOf(inner);
  return name === "_" || name === "" ? { k: "none", at } : { k: "name", name, at };
}
