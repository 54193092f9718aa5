// Operators: texts put together, conditions, assignments inside expressions. Chains of thousands of
// operands are gone through one by one, not one inside the other.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr } from "../ir.ts";
import { firstIn } from "./_script_expressions.ts";
import {
  childrenOf,
  type ExpressionTable,
  isText,
  joinedText,
  type Lowering,
  operand,
  unknown,
} from "./_script_lowering.ts";
import { patternOf } from "./_script_patterns.ts";

interface Operation {
  readonly op: string;
  readonly right: NodeId;
}

function operatorOf({ tree }: Lowering, node: NodeId): string {
  const operator = tree.child(node, "operator");
  return operator === undefined ? "" : tree.textOf(operator);
}

function binary(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const operations: Operation[] = [];
  let at = node;
  while (tree.kind(at) === "binary_expression") {
    const left = tree.child(at, "left");
    const right = tree.child(at, "right");
    if (left === undefined || right === undefined) break;
    operations.push({ op: operatorOf(low, at), right });
    at = left;
  }
  let expr = at === node ? unknown(tree.span(node)) : low.expression(at);
  for (const { op, right } of operations.reverse()) {
    expr = combined(expr, { op, right: low.expression(right) });
  }
  return expr;
}

const LOGIC = new Map<string, "and" | "or" | "??">([["&&", "and"], ["||", "or"], ["??", "??"]]);

function combined(left: Expr, { op, right }: { op: string; right: Expr }): Expr {
  const at = { start: left.at.start, end: right.at.end };
  const logic = LOGIC.get(op);
  if (logic) return { e: "logic", op: logic, left, right, at };
  if (op !== "+" || !(isText(left) || isText(right))) return { e: "binary", op, left, right, at };
  if (left.e === "text") {
    // Grown in place: a chain of thousands would be copied as often.
    (left.parts as Expr[]).push(...right.e === "text" ? right.parts : [right]);
    return { ...left, at };
  }
  return joinedText([left, right], at);
}

function unary(low: Lowering, node: NodeId): Expr {
  const op = operatorOf(low, node);
  const value = operand(low, { node, field: "argument" });
  return { e: "unary", op: op === "!" ? "not" : op, value, at: low.tree.span(node) };
}

function assignment(low: Lowering, node: NodeId): Expr {
  const left = low.tree.child(node, "left");
  const op = operatorOf(low, node).replace(/=$/, "");
  const value = operand(low, { node, field: "right" });
  const at = low.tree.span(node);
  const target = left === undefined ? { k: "none" as const, at } : patternOf(low, left);
  return { e: "assign", target, value, ...(op !== "" && { op }), at };
}

function update(low: Lowering, node: NodeId): Expr {
  const argument = low.tree.child(node, "argument");
  const at = low.tree.span(node);
  const target = argument === undefined ? { k: "none" as const, at } : patternOf(low, argument);
  return { e: "assign", target, value: { e: "const", type: "number", text: "1", at }, op: "-", at };
}

function sequence(low: Lowering, node: NodeId): Expr {
  const values: Expr[] = [];
  let at: NodeId | undefined = node;
  // Grammars nest `a, b, c` to the right, or hold it side by side.
  while (at !== undefined && low.tree.kind(at) === "sequence_expression") {
    const children = childrenOf(low, at);
    const last: NodeId | undefined = children.at(-1);
    const nests = last !== undefined && low.tree.kind(last) === "sequence_expression";
    for (const child of nests ? children.slice(0, -1) : children) {
      values.push(low.expression(child));
    }
    at = nests ? last : undefined;
  }
  return { e: "sequence", values, at: low.tree.span(node) };
}

export const OPERATORS: ExpressionTable = {
  binary_expression: binary,
  unary_expression: unary,
  assignment_expression: assignment,
  augmented_assignment_expression: assignment,
  update_expression: update,
  sequence_expression: sequence,
  spread_element: firstIn,
};
