// Dictionaries and comprehensions of Python.

import type { NodeId } from "../../syntax/mod.ts";
import type { Entry, Expr, Loop } from "../ir.ts";
import {
  childrenIn,
  childrenOf,
  type ExpressionTable,
  type Lowering,
  oneOrTuple,
  operand,
  partsOf,
  unknown,
} from "./_python_lowering.ts";
import { targetOf } from "./_python_targets.ts";
import { constantTextOf } from "./_python_text.ts";

function dictionary(low: Lowering, node: NodeId): Expr {
  const entries = childrenOf(low, node).map((child) => entryOf(low, child));
  return { e: "record", entries, at: low.tree.span(node) };
}

function entryOf(low: Lowering, node: NodeId): Entry {
  const kind = low.tree.kind(node);
  if (kind === "dictionary_splat") {
    return { key: undefined, value: low.expression(node), spread: true };
  }
  if (kind !== "pair") return { key: undefined, value: low.expression(node) };
  const computed = operand(low, { node, field: "key" });
  const value = operand(low, { node, field: "value" });
  const key = constantTextOf(computed);
  return key === undefined ? { key, computed, value } : { key, value };
}

function comprehension(low: Lowering, node: NodeId): Expr {
  const { tree } = low;
  const body = tree.child(node, "body");
  if (body === undefined) return partsOf(low, node);
  const at = tree.span(node);
  const loops = loopsOf(low, node);
  if (tree.kind(body) !== "pair") return { e: "each", loops, value: low.expression(body), at };
  const key = operand(low, { node: body, field: "key" });
  return { e: "each", loops, value: operand(low, { node: body, field: "value" }), key, at };
}

/** Each `for` with the conditions that follow it. */
function loopsOf(low: Lowering, node: NodeId): readonly Loop[] {
  const { tree } = low;
  const loops: { target: Loop["target"]; iterable: Expr; tests: Expr[] }[] = [];
  for (const clause of childrenOf(low, node)) {
    const kind = tree.kind(clause);
    if (kind === "for_in_clause") {
      const left = tree.child(clause, "left");
      const at = tree.span(clause);
      const iterable = oneOrTuple(low, childrenIn(low, { node: clause, field: "right" }));
      loops.push({
        target: left === undefined ? { k: "none", at } : targetOf(low, left),
        iterable: iterable ?? unknown(at),
        tests: [],
      });
    } else if (kind === "if_clause") {
      const test = childrenOf(low, clause)[0];
      if (test !== undefined) loops[loops.length - 1]?.tests.push(low.expression(test));
    }
  }
  return loops;
}

export const COLLECTIONS: ExpressionTable = {
  dictionary,
  list_comprehension: comprehension,
  set_comprehension: comprehension,
  dictionary_comprehension: comprehension,
  generator_expression: comprehension,
};
