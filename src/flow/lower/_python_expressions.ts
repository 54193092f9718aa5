// Names, constants, members, subscripts and the other expressions of Python that hold few parts.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr } from "../ir.ts";
import {
  childrenIn,
  childrenOf,
  dotted,
  type ExpressionTable,
  listOf,
  type Lowering,
  oneOrTuple,
  operand,
  partsOf,
  unknown,
} from "./_python_lowering.ts";
import { targetOf } from "./_python_targets.ts";
import { constantTextOf } from "./_python_text.ts";

type ConstantType = Extract<Expr, { e: "const" }>["type"];

function constant(type: ConstantType): (low: Lowering, node: NodeId) => Expr {
  return ({ tree }, node) => ({ e: "const", type, text: tree.textOf(node), at: tree.span(node) });
}

function name({ tree }: Lowering, node: NodeId): Expr {
  return { e: "name", name: tree.textOf(node), at: tree.span(node) };
}

function member(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const attribute = tree.child(node, "attribute");
  if (attribute === undefined) return partsOf(low, node);
  const object = operand(low, { node, field: "object" });
  return { e: "member", object, name: tree.textOf(attribute), at: tree.span(node) };
}

function subscript(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const at = tree.span(node);
  const object = operand(low, { node, field: "value" });
  const subscripts = childrenIn(low, { node, field: "subscript" });
  const [only] = subscripts;
  if (only === undefined) return { e: "other", parts: [object], at };
  if (subscripts.length === 1 && tree.kind(only) === "slice") return { e: "index", object, at };
  const index = oneOrTuple(low, subscripts)!;
  const key = constantTextOf(index);
  return key === undefined
    ? { e: "index", object, index, at }
    : { e: "member", object, name: key, at };
}

/** `list[int]` where a type stands among expressions, as in `type Names = list[str]`. */
function genericType(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const [base, parameters] = childrenOf(low, node);
  if (base === undefined || parameters === undefined) return partsOf(low, node);
  const index = oneOrTuple(low, childrenOf(low, parameters));
  const object = low.expression(base);
  return { e: "index", object, ...(index ? { index } : {}), at: tree.span(node) };
}

/** A node that stands for the first expression inside it. */
function inside(low: Lowering, node: NodeId): Expr {
  const inner = childrenOf(low, node)[0];
  return inner === undefined ? unknown(low.tree.span(node)) : low.expression(inner);
}

function awaited(low: Lowering, node: NodeId): Expr {
  return { e: "await", value: inside(low, node), at: low.tree.span(node) };
}

function yielded(low: Lowering, node: NodeId): Expr {
  low.yields = true;
  const value = oneOrTuple(low, childrenOf(low, node));
  return { e: "yield", ...(value ? { value } : {}), at: low.tree.span(node) };
}

function walrus(low: Lowering, node: NodeId): Expr {
  return assignment(low, node, { left: "name", right: "value" });
}

function assignment(
  low: Lowering,
  node: NodeId,
  fields: { left: string; right: string } = { left: "left", right: "right" },
): Expr {
  const { tree } = low;
  const left = tree.child(node, fields.left);
  if (left === undefined) return partsOf(low, node);
  const value = operand(low, { node, field: fields.right });
  const operator = tree.child(node, "operator");
  const op = operator === undefined ? {} : { op: tree.textOf(operator).slice(0, -1) };
  return { e: "assign", target: targetOf(low, left), value, ...op, at: tree.span(node) };
}

function choice(low: Lowering, node: NodeId): Expr {
  const [then, test, otherwise] = childrenOf(low, node);
  if (then === undefined || test === undefined || otherwise === undefined) {
    return partsOf(low, node);
  }
  return {
    e: "choice",
    test: low.expression(test),
    then: low.expression(then),
    otherwise: low.expression(otherwise),
    at: low.tree.span(node),
  };
}

/** Targets read as values: `del a, b`, and patterns inside an error. */
function tuple(low: Lowering, node: NodeId): Expr {
  return listOf(low, { nodes: childrenOf(low, node), at: low.tree.span(node) });
}

export const EXPRESSIONS: ExpressionTable = {
  identifier: name,
  dotted_name: dotted,
  integer: constant("number"),
  float: constant("number"),
  complex_pattern: constant("number"),
  true: constant("boolean"),
  false: constant("boolean"),
  none: constant("null"),
  attribute: member,
  subscript,
  generic_type: genericType,
  await: awaited,
  yield: yielded,
  named_expression: walrus,
  assignment: (low, node) => assignment(low, node),
  augmented_assignment: (low, node) => assignment(low, node),
  conditional_expression: choice,
  list: tuple,
  tuple,
  set: tuple,
  expression_list: tuple,
  pattern_list: tuple,
  list_pattern: tuple,
  tuple_pattern: tuple,
  as_pattern: inside,
  type: inside,
  list_splat: inside,
  list_splat_pattern: inside,
  dictionary_splat: inside,
  parenthesized_list_splat: inside,
  format_expression: (low, node) => operand(low, { node, field: "expression" }),
};
