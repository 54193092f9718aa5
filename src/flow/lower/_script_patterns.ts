// What is assigned to: names, members, and destructuring.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Pattern, PatternEntry, PatternItem } from "../ir.ts";
import { childrenOf, type Lowering } from "./_script_lowering.ts";

export function patternOf(low: Lowering, node: NodeId): Pattern {
  const { tree } = low;
  const at = tree.span(node);
  return low.bounded<Pattern>(() => {
    switch (tree.kind(node)) {
      case "identifier":
      case "shorthand_property_identifier_pattern":
      case "shorthand_property_identifier":
        return { k: "name", name: tree.textOf(node), at };
      case "member_expression":
      case "subscript_expression":
        return { k: "place", expr: low.expression(node), at };
      case "array_pattern":
      case "array":
        return { k: "list", items: itemsOf(low, node), at };
      case "object_pattern":
      case "object":
        return recordPattern(low, node);
      case "assignment_pattern":
      case "object_assignment_pattern": {
        const left = tree.child(node, "left");
        return left === undefined ? { k: "none", at } : patternOf(low, left);
      }
      case "rest_pattern":
      case "parenthesized_expression":
      case "non_null_expression": {
        const inner = tree.firstChild(node);
        return inner === undefined ? { k: "none", at } : patternOf(low, inner);
      }
      default:
        return { k: "none", at };
    }
  }, () => ({ k: "none", at }));
}

const DEFAULTED = new Set([
  "assignment_pattern",
  "object_assignment_pattern",
  "assignment_expression",
]);
const RESTS = new Set(["rest_pattern", "spread_element"]);

/** `= value` of a pattern. */
export function defaultOf(low: Lowering, node: NodeId): { default?: Expr } {
  const { tree } = low;
  const right = DEFAULTED.has(tree.kind(node)) ? tree.child(node, "right") : undefined;
  return right === undefined ? {} : { default: low.expression(right) };
}

function itemsOf(low: Lowering, node: NodeId): (PatternItem | undefined)[] {
  const { tree } = low;
  const items: (PatternItem | undefined)[] = [];
  let before = tree.span(node).start + 1;
  for (const child of childrenOf(low, node)) {
    const { start, end } = tree.span(child);
    // A place that is left out shows in its comma alone.
    const commas = tree.text.slice(before, start).split(",").length - 1;
    for (let i = items.length === 0 ? 0 : 1; i < commas; i++) items.push(undefined);
    if (items.length === 0 && commas > 0) items.push(undefined);
    const rest = RESTS.has(tree.kind(child)) ? { rest: true as const } : {};
    items.push({ target: patternOf(low, child), ...defaultOf(low, child), ...rest });
    before = end;
  }
  return items;
}

function recordPattern(low: Lowering, node: NodeId): Pattern {
  const { tree } = low;
  const entries: PatternEntry[] = [];
  let rest: Pattern | undefined;
  for (const child of childrenOf(low, node)) {
    if (RESTS.has(tree.kind(child))) rest = patternOf(low, child);
    else entries.push(entryOf(low, child));
  }
  return { k: "record", entries, ...(rest && { rest }), at: tree.span(node) };
}

function entryOf(low: Lowering, node: NodeId): PatternEntry {
  const { tree } = low;
  const value = tree.child(node, "value");
  if (value !== undefined) {
    const key = tree.child(node, "key");
    return {
      key: key === undefined ? undefined : keyOf(low, key),
      target: patternOf(low, value),
      ...defaultOf(low, value),
    };
  }
  const target = patternOf(low, node);
  return { key: target.k === "name" ? target.name : undefined, target, ...defaultOf(low, node) };
}

/** A key as written; `undefined` where it is computed. */
export function keyOf(low: Lowering, key: NodeId): string | undefined {
  const { tree } = low;
  if (tree.kind(key) === "computed_property_name") return undefined;
  const text = tree.textOf(key);
  return tree.kind(key) === "string" ? text.slice(1, -1) : text;
}
