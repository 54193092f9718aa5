// What is assigned to: names, places, and destructuring with its defaults and rests.

import { isStringLiteral, type NodeId } from "../../syntax/mod.ts";
import type { Expr, Pattern, PatternEntry, PatternItem } from "../ir.ts";
import { childrenOf, gapsOf, nameOf, operand, type Script } from "./_script_context.ts";
import { constantTextOf, literalText } from "./_script_text.ts";

export function patternOf(script: Script, node: NodeId): Pattern {
  const inner = seenThrough(script, node);
  const at = script.tree.span(inner);
  const make = PATTERNS[script.tree.kind(inner)] ?? place;
  return script.budget.node(() => make(script, inner), () => ({ k: "none", at }));
}

const WRAPPERS = new Set([
  "parenthesized_expression",
  "non_null_expression",
  "as_expression",
  "satisfies_expression",
]);

function seenThrough({ tree }: Script, node: NodeId): NodeId {
  let at = node;
  while (WRAPPERS.has(tree.kind(at))) {
    const inner = tree.firstChild(at);
    if (inner === undefined) return at;
    at = inner;
  }
  return at;
}

function name(script: Script, node: NodeId): Pattern {
  const text = nameOf(script, node);
  const at = script.tree.span(node);
  return text === "" ? { k: "none", at } : { k: "name", name: text, at };
}

function place(script: Script, node: NodeId): Pattern {
  return { k: "place", expr: script.expression(node), at: script.tree.span(node) };
}

const WITH_DEFAULT = new Set(["assignment_pattern", "object_assignment_pattern"]);
const RESTS = new Set(["rest_pattern", "spread_element"]);

/** A target that may have a default or take the rest. */
export function patternItem(script: Script, node: NodeId): PatternItem {
  const { tree } = script;
  const kind = tree.kind(node);
  if (WITH_DEFAULT.has(kind)) {
    const target = patternOf(script, tree.child(node, "left") ?? node);
    return { target, default: operand(script, { node, field: "right" }) };
  }
  const inner = RESTS.has(kind) ? tree.firstChild(node) : undefined;
  if (inner === undefined) return { target: patternOf(script, node) };
  return { target: patternOf(script, inner), rest: true };
}

function list(script: Script, node: NodeId): Pattern {
  const items: (PatternItem | undefined)[] = [];
  // Commas are in no node; one that follows no element leaves a place empty.
  let isFilled = false;
  for (const { text, next } of gapsOf(script, node)) {
    for (const unit of text) {
      if (unit !== ",") continue;
      if (!isFilled) items.push(undefined);
      isFilled = false;
    }
    if (next === undefined) continue;
    items.push(patternItem(script, next));
    isFilled = true;
  }
  return { k: "list", items, at: script.tree.span(node) };
}

function record(script: Script, node: NodeId): Pattern {
  const entries: PatternEntry[] = [];
  let rest: Pattern | undefined;
  for (const child of childrenOf(script, node)) {
    if (RESTS.has(script.tree.kind(child))) rest = patternItem(script, child).target;
    else entries.push(entryOf(script, child));
  }
  return { k: "record", entries, ...(rest && { rest }), at: script.tree.span(node) };
}

function entryOf(script: Script, node: NodeId): PatternEntry {
  const { tree } = script;
  const key = tree.child(node, "key");
  const value = key === undefined ? node : tree.child(node, "value") ?? node;
  const { target, default: fallback } = patternItem(script, value);
  const own = target.k === "name" ? target.name : undefined;
  return {
    key: key === undefined ? own : keyOf(script, key).key,
    target,
    ...(fallback && { default: fallback }),
  };
}

/** The name of a property, or, where it is computed and not constant, what it comes from. */
export function keyOf(
  script: Script,
  node: NodeId,
): { readonly key: string | undefined; readonly computed?: Expr } {
  const { tree } = script;
  if (isStringLiteral(tree, node)) return { key: literalText(script, node) };
  if (tree.kind(node) !== "computed_property_name") return { key: nameOf(script, node) };
  const inner = tree.firstChild(node);
  if (inner === undefined) return { key: undefined };
  const computed = script.expression(inner);
  const key = computed.e === "const" ? computed.text : constantTextOf(computed);
  return key === undefined ? { key, computed } : { key };
}

/** All names that a pattern gives a value to. */
export function namesIn(pattern: Pattern): string[] {
  switch (pattern.k) {
    case "name":
      return [pattern.name];
    case "list":
      return pattern.items.flatMap((item) => item ? namesIn(item.target) : []);
    case "record":
      return [...pattern.entries.map(({ target }) => target), ...pattern.rest ? [pattern.rest] : []]
        .flatMap(namesIn);
    default:
      return [];
  }
}

const PATTERNS: Readonly<Record<string, (script: Script, node: NodeId) => Pattern>> = {
  identifier: name,
  shorthand_property_identifier_pattern: name,
  shorthand_property_identifier: name,
  undefined: name,
  array_pattern: list,
  array: list,
  object_pattern: record,
  object: record,
};
