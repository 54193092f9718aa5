// What a value is made for: the name of the variable, field, option or function that it ends up in,
// through the expressions that it is only a part of.

import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { callAt } from "./calls.ts";

export interface Made {
  /** Names that it is given under, the nearest first. */
  readonly names: readonly string[];
  /** The function that it is made in, and only where it is made into text there. */
  readonly maker: string | undefined;
}

/** Expressions whose value is made of their parts. */
const PARTS = new Set([
  "arguments",
  "argument_list",
  "array",
  "arrow_function",
  "as_expression",
  "augmented_assignment",
  "await_expression",
  "binary_expression",
  "binary_operator",
  "boolean_operator",
  "conditional_expression",
  "expression_list",
  "generator_expression",
  "interpolation",
  "list",
  "list_comprehension",
  "literal_element",
  "non_null_expression",
  "parenthesized_expression",
  "spread_element",
  "string",
  "template_string",
  "template_substitution",
  "ternary_expression",
  "type_conversion_expression",
  "unary_expression",
]);
/** Parts that are picked by the value, which makes text of it. */
const PICKS = new Set(["subscript", "subscript_expression", "index_expression"]);
const MEMBERS = new Set(["attribute", "member_expression", "selector_expression"]);
const CALLS = new Set(["call", "call_expression"]);
const FUNCTIONS = new Set([
  "function_declaration",
  "function_definition",
  "function_expression",
  "method_declaration",
  "method_definition",
]);

/** Calls that make a value into another form of it. */
const FORMS =
  /^(?:floor|ceil|round|trunc|abs|String|str|int|hex|bytes|chr|format|f?join|map|from|fromCharCode|toString|toFixed|substring|substr|slice|charAt|padStart|replace|encode|decode|hexdigest|digest|update|md5|sha1|sha256|b64encode|urlsafe_b64encode|btoa|Sprintf|Sprint|Itoa|FormatInt|EncodeToString|string|choices?|sample|append|push)$/;
const TEXT_FORMS =
  /^(?:String|str|hex|chr|format|join|fromCharCode|toString|charAt|padStart|choices?|Sprintf|Sprint|Itoa|FormatInt|EncodeToString|string)$/;

const MOST_STEPS = 40;

export function madeFor(tree: SyntaxTree, node: NodeId): Made {
  const names: string[] = [];
  let isText = false;
  let at = node;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const parent = tree.parent(at);
    if (parent === undefined) break;
    const kind = tree.kind(parent);
    if (CALLS.has(kind)) {
      const method = callAt(tree, parent)?.method ?? "";
      if (!FORMS.test(method)) return { names, maker: undefined };
      isText ||= TEXT_FORMS.test(method);
    } else if (PICKS.has(kind)) isText = true;
    else if (!PARTS.has(kind) && !MEMBERS.has(kind)) {
      names.push(...namesAt(tree, parent));
      break;
    }
    isText ||= kind === "template_string" || kind === "interpolation";
    at = parent;
  }
  return { names, maker: isText ? functionAround(tree, at) : undefined };
}

/** Names on the left of what stands here. */
function namesAt(tree: SyntaxTree, node: NodeId): string[] {
  const target = tree.child(node, "name") ?? tree.child(node, "left") ??
    tree.child(node, "property") ?? tree.child(node, "key");
  if (target === undefined || FUNCTIONS.has(tree.kind(node))) return [];
  return [lastName(tree, target)];
}

/** The last part of `a.b`, `a["b"]`, `"b"`. */
export function lastName(tree: SyntaxTree, node: NodeId): string {
  const { start, end } = tree.span(node);
  const words = tree.text.slice(Math.max(start, end - 80), end).split(/[^\w$]/);
  return words.findLast((word) => word !== "") ?? "";
}

function functionAround(tree: SyntaxTree, node: NodeId): string | undefined {
  let at: NodeId | undefined = tree.ancestor(node, FUNCTIONS_AND_ARROWS);
  for (let steps = 0; at !== undefined && steps < 3; steps++) {
    const name = tree.child(at, "name");
    if (name !== undefined) return tree.textOf(name);
    const parent = tree.parent(at);
    const holder = parent === undefined ? undefined : tree.child(parent, "name");
    if (holder !== undefined) return tree.textOf(holder);
    at = tree.ancestor(at, FUNCTIONS_AND_ARROWS);
  }
  return undefined;
}

const FUNCTIONS_AND_ARROWS = new Set([...FUNCTIONS, "arrow_function"]);

/** `sessionId`, `SESSION_ID` and `session-id` as `session_id`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").replaceAll("-", "_").toLowerCase();
}
