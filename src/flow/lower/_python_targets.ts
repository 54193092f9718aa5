// What Python assigns to, in `=`, `for`, `with … as` and comprehensions.

import type { NodeId } from "../../syntax/mod.ts";
import type { Pattern, PatternItem } from "../ir.ts";
import { childrenOf, isSpread, type Lowering, namePattern } from "./_python_lowering.ts";

const LISTS = new Set([
  "pattern_list",
  "tuple_pattern",
  "list_pattern",
  "tuple",
  "list",
  "expression_list",
]);
const PLACES = new Set(["attribute", "subscript"]);
/** Kinds that stand for the one target inside them. */
const WRAPPERS = new Set([
  "as_pattern_target",
  "parenthesized_expression",
  "list_splat_pattern",
  "list_splat",
  "dictionary_splat_pattern",
]);

export function targetOf(low: Lowering, node: NodeId): Pattern {
  const { tree } = low;
  let inside = node;
  while (WRAPPERS.has(tree.kind(inside))) {
    const inner = childrenOf(low, inside)[0];
    if (inner === undefined) break;
    inside = inner;
  }
  const kind = tree.kind(inside);
  const at = tree.span(inside);
  if (kind === "identifier") return namePattern(low, inside);
  if (PLACES.has(kind)) return { k: "place", expr: low.expression(inside), at };
  if (!LISTS.has(kind)) return { k: "none", at };
  return low.bounded<Pattern>(
    () => ({ k: "list", items: childrenOf(low, inside).map((item) => itemOf(low, item)), at }),
    () => ({ k: "none", at }),
  );
}

function itemOf(low: Lowering, node: NodeId): PatternItem {
  const target = targetOf(low, node);
  return isSpread(low, node) ? { target, rest: true } : { target };
}
