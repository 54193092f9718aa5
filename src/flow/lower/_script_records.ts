// Object literals, and JSX, which is a call with what stands in it.

import type { NodeId } from "../../syntax/mod.ts";
import type { Entry, Expr } from "../ir.ts";
import { methodOf } from "./_script_classes.ts";
import {
  childrenOf,
  type ExpressionTable,
  nameOf,
  operand,
  type Script,
} from "./_script_context.ts";
import { keyOf } from "./_script_patterns.ts";

function record(script: Script, node: NodeId): Expr {
  const entries = childrenOf(script, node).map((child) => entryOf(script, child));
  return { e: "record", entries, at: script.tree.span(node) };
}

function entryOf(script: Script, node: NodeId): Entry {
  const { tree } = script;
  switch (tree.kind(node)) {
    case "pair":
      return {
        ...keyOf(script, tree.child(node, "key") ?? node),
        value: operand(script, { node, field: "value" }),
      };
    case "method_definition":
      return methodEntry(script, node);
    case "shorthand_property_identifier":
      return { key: nameOf(script, node), value: script.expression(node) };
    case "spread_element":
      return { key: undefined, value: script.expression(node), spread: true };
    default:
      return { key: undefined, value: script.expression(node) };
  }
}

function methodEntry(script: Script, node: NodeId): Entry {
  const { tree } = script;
  const at = tree.span(node);
  const { func, kind } = methodOf(script, node);
  const key = keyOf(script, tree.child(node, "name") ?? node);
  const callee: Expr = { e: "function", func, at };
  // A getter is read, not called; a setter must not stand in its way.
  if (kind === "getter") {
    return { ...key, value: { e: "call", callee, args: [], isNew: false, at } };
  }
  return kind === "setter" ? { key: `set ${func.name}`, value: callee } : { ...key, value: callee };
}

const JSX_VALUES = new Set(["jsx_expression", "jsx_element", "jsx_self_closing_element"]);
const JSX_HEADS = new Set(["jsx_opening_element", "jsx_attribute"]);

function element(script: Script, node: NodeId): Expr {
  const at = script.tree.span(node);
  const args = jsxValues(script, node).map((each) => ({ value: script.expression(each) }));
  return { e: "call", callee: { e: "name", name: "jsx", at }, args, isNew: false, at };
}

/** What attributes and children are given as expressions, or as elements of their own. */
function jsxValues(script: Script, node: NodeId): NodeId[] {
  const { tree } = script;
  return childrenOf(script, node).flatMap((child) => {
    const kind = tree.kind(child);
    if (JSX_HEADS.has(kind)) return jsxValues(script, child);
    // Braces may hold a comment alone.
    if (!JSX_VALUES.has(kind) || tree.firstChild(child) === undefined) return [];
    return [child];
  });
}

function braces(script: Script, node: NodeId): Expr {
  return script.expression(script.tree.firstChild(node) ?? node);
}

export const RECORDS: ExpressionTable = {
  object: record,
  jsx_element: element,
  jsx_self_closing_element: element,
  jsx_fragment: element,
  jsx_expression: braces,
};
