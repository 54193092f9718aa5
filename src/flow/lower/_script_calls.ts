// Calls, `new`, tagged templates and dynamic imports.

import type { NodeId } from "../../syntax/mod.ts";
import type { Arg, Expr } from "../ir.ts";
import { firstIn } from "./_script_expressions.ts";
import {
  childrenOf,
  type ExpressionTable,
  type Lowering,
  operand,
  unknown,
} from "./_script_lowering.ts";

/** Builders chain thousands of calls; each link is gone through, none nests in the next. */
function call(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const links: { readonly node: NodeId; readonly isCall: boolean }[] = [];
  let at: NodeId | undefined = node;
  while (at !== undefined) {
    const kind = tree.kind(at);
    const isCall = kind === "call_expression";
    const inner: NodeId | undefined = isCall
      ? tree.child(at, "function")
      : kind === "member_expression"
      ? tree.child(at, "object")
      : undefined;
    if (inner === undefined) break;
    links.push({ node: at, isCall });
    at = inner;
  }
  let expr = at === undefined ? unknown(tree.span(node)) : calleeOf(low, at);
  for (const link of links.reverse()) {
    expr = link.isCall
      ? called(low, { callee: expr, node: link.node })
      : property(low, { object: expr, node: link.node });
  }
  return expr;
}

/** `(0, x.y)(…)` of bundlers calls `x.y`. */
function calleeOf(low: Lowering, node: NodeId): Expr {
  const expr = low.expression(node);
  if (expr.e !== "sequence" || expr.values.length === 0) return expr;
  return expr.values.slice(0, -1).every(({ e }) => e === "const") ? expr.values.at(-1)! : expr;
}

function property(
  { tree }: Lowering,
  { object, node }: { readonly object: Expr; readonly node: NodeId },
): Expr {
  const name = tree.child(node, "property");
  const at = { start: object.at.start, end: tree.span(node).end };
  return { e: "member", object, name: name === undefined ? "" : tree.textOf(name), at };
}

function called(
  low: Lowering,
  { callee, node }: { readonly callee: Expr; readonly node: NodeId },
): Expr {
  const { tree } = low;
  const list = tree.child(node, "arguments");
  const at = { start: callee.at.start, end: tree.span(node).end };
  return { e: "call", callee, args: list === undefined ? [] : argsOf(low, list), isNew: false, at };
}

function argsOf(low: Lowering, list: NodeId): Arg[] {
  if (low.tree.kind(list) === "template_string") return taggedArgs(low, list);
  return childrenOf(low, list).map((child): Arg =>
    low.tree.kind(child) === "spread_element"
      ? { value: firstIn(low, child), spread: "positional" }
      : { value: low.expression(child) }
  );
}

/** The text as a whole, then what is put into it. */
function taggedArgs(low: Lowering, template: NodeId): Arg[] {
  const text = low.expression(template);
  const parts = text.e === "text" ? text.parts.filter(({ e }) => e !== "const") : [];
  return [{ value: text }, ...parts.map((value) => ({ value }))];
}

function created(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const list = tree.child(node, "arguments");
  return {
    e: "call",
    callee: operand(low, { node, field: "constructor" }),
    args: list === undefined ? [] : argsOf(low, list),
    isNew: true,
    at: tree.span(node),
  };
}

export const CALLS: ExpressionTable = { call_expression: call, new_expression: created };
