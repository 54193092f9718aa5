// Object literals.

import type { NodeId } from "../../syntax/mod.ts";
import type { Entry, Expr } from "../ir.ts";
import { firstIn } from "./_script_expressions.ts";
import { methodOf } from "./_script_functions.ts";
import { childrenOf, type ExpressionTable, type Lowering, operand } from "./_script_lowering.ts";
import { keyOf } from "./_script_patterns.ts";

function record(low: Lowering, node: NodeId): Expr {
  return {
    e: "record",
    entries: childrenOf(low, node).map((child) => entryOf(low, child)),
    at: low.tree.span(node),
  };
}

function entryOf(low: Lowering, node: NodeId): Entry {
  const { tree } = low;
  switch (tree.kind(node)) {
    case "spread_element":
      return { key: undefined, value: firstIn(low, node), spread: true };
    case "pair": {
      const key = tree.child(node, "key");
      const value = operand(low, { node, field: "value" });
      return { ...keyAt(low, key), value };
    }
    case "method_definition": {
      const func = methodOf(low, node);
      return {
        ...keyAt(low, tree.child(node, "name")),
        value: { e: "function", func, at: tree.span(node) },
      };
    }
    default:
      return { key: tree.textOf(node), value: low.expression(node) };
  }
}

function keyAt(low: Lowering, key: NodeId | undefined): Pick<Entry, "key" | "computed"> {
  if (key === undefined) return { key: undefined };
  const name = keyOf(low, key);
  if (name !== undefined) return { key: name };
  const computed = firstIn(low, key);
  return computed.e === "const" && computed.type === "text"
    ? { key: computed.text }
    : { key: undefined, computed };
}

export const RECORDS: ExpressionTable = { object: record };
