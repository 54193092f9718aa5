// Calls of Python, the statements of Python 2 among them that are calls by now.

import type { NodeId } from "../../syntax/mod.ts";
import type { Arg, Expr } from "../ir.ts";
import { bracesFormat } from "./_python_format.ts";
import {
  childrenOf,
  type ExpressionTable,
  isSpread,
  type Lowering,
  operand,
} from "./_python_lowering.ts";

function call(low: Lowering, node: NodeId): Expr {
  const callee = operand(low, { node, field: "function" });
  const args = argumentsOf(low, low.tree.child(node, "arguments"));
  const at = low.tree.span(node);
  if (callee.e === "member" && callee.name === "format") {
    const text = bracesFormat(callee.object, args);
    if (text) return { e: "text", parts: text, at };
  }
  return { e: "call", callee, args, isNew: false, at };
}

export function argumentsOf(low: Lowering, list: NodeId | undefined): readonly Arg[] {
  if (list === undefined) return [];
  // `f(x for x in y)` has the comprehension itself in place of a list.
  if (low.tree.kind(list) !== "argument_list") return [{ value: low.expression(list) }];
  return childrenOf(low, list).map((argument) => argumentOf(low, argument));
}

function argumentOf(low: Lowering, node: NodeId): Arg {
  const { tree } = low;
  const kind = tree.kind(node);
  if (kind === "keyword_argument") {
    const name = tree.child(node, "name");
    const value = operand(low, { node, field: "value" });
    return name === undefined ? { value } : { value, name: tree.textOf(name) };
  }
  const value = low.expression(node);
  if (isSpread(low, node) || kind === "parenthesized_list_splat") {
    return { value, spread: "positional" };
  }
  return kind === "dictionary_splat" ? { value, spread: "keywords" } : { value };
}

/** `print a, b` and `exec code in scope`. */
function statementCall(name: string): (low: Lowering, node: NodeId) => Expr {
  return (low, node) => {
    const at = low.tree.span(node);
    const args = childrenOf(low, node).map((child) => ({ value: low.expression(child) }));
    const callee: Expr = {
      e: "name",
      name,
      at: { start: at.start, end: at.start + name.length },
    };
    return { e: "call", callee, args, isNew: false, at };
  };
}

export const CALLS: ExpressionTable = {
  call,
  print_statement: statementCall("print"),
  exec_statement: statementCall("exec"),
};
