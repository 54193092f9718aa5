// Expressions of Go. Chains of selectors, calls and indexes nest to the left without end, so they
// are taken apart and put together in a loop.

import type { NodeId } from "../../syntax/mod.ts";
import type { Arg, Expr } from "../ir.ts";
import { lowerGenericCall, lowerSpecialCall } from "./_go_calls.ts";
import {
  type Go,
  isSpread,
  literalText,
  nothing,
  operatorOf,
  seenThrough,
  spend,
} from "./_go_context.ts";
import { lowerComposite, lowerUntyped } from "./_go_composites.ts";
import { lowerFunctionLiteral } from "./_go_functions.ts";
import { lowerBinary } from "./_go_operators.ts";
import { isTypeArgument, lowerType, typeExpression } from "./_go_types.ts";

type Lower = (go: Go, node: NodeId) => Expr;

const LOWERED: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ["identifier", lowerName],
  ["blank_identifier", lowerName],
  ["field_identifier", lowerName],
  ["package_identifier", lowerName],
  ["type_identifier", lowerName],
  ["int_literal", lowerNumber],
  ["float_literal", lowerNumber],
  ["imaginary_literal", lowerNumber],
  ["interpreted_string_literal", lowerText],
  ["raw_string_literal", lowerText],
  ["rune_literal", lowerRune],
  ["true", (go, node) => lowerWord(go, node, "boolean")],
  ["false", (go, node) => lowerWord(go, node, "boolean")],
  ["nil", (go, node) => lowerWord(go, node, "null")],
  ["iota", lowerIota],
  ["unary_expression", lowerUnary],
  ["binary_expression", lowerBinary],
  ["selector_expression", lowerChain],
  ["call_expression", lowerChain],
  ["index_expression", lowerChain],
  ["slice_expression", lowerChain],
  ["type_assertion_expression", lowerChain],
  ["type_conversion_expression", lowerGenericCall],
  ["type_instantiation_expression", lowerInstantiation],
  ["composite_literal", lowerComposite],
  ["literal_value", lowerUntyped],
  ["func_literal", lowerFunctionLiteral],
  ["qualified_type", typeExpression],
  ["generic_type", typeExpression],
  ["slice_type", lowerTypeAlone],
  ["array_type", lowerTypeAlone],
  ["map_type", lowerTypeAlone],
  ["channel_type", lowerTypeAlone],
  ["function_type", lowerTypeAlone],
  ["interface_type", lowerTypeAlone],
  ["struct_type", lowerTypeAlone],
  ["pointer_type", lowerTypeAlone],
]);

export function lowerExpression(go: Go, node: NodeId): Expr {
  return go.budget.node(
    () => {
      const inner = seenThrough(go.tree, node);
      return (LOWERED.get(go.tree.kind(inner)) ?? lowerUnknown)(go, inner);
    },
    () => nothing(go.tree.span(node)),
  );
}

/** What is not known may still hold something that is. */
function lowerUnknown(go: Go, node: NodeId): Expr {
  const parts: Expr[] = [];
  for (const child of go.tree.children(node)) {
    const part = go.expression(child);
    if (part.e !== "other" || part.parts.length > 0) parts.push(part);
  }
  return { e: "other", parts, at: go.tree.span(node) };
}

/** Types are no values. */
function lowerTypeAlone({ tree }: Go, node: NodeId): Expr {
  return nothing(tree.span(node));
}

function lowerName({ tree }: Go, node: NodeId): Expr {
  const name = tree.textOf(node);
  const at = tree.span(node);
  // The parser makes up a name where one is missing.
  return name === "" ? nothing(at) : { e: "name", name, at };
}

function lowerNumber({ tree }: Go, node: NodeId): Expr {
  return { e: "const", type: "number", text: tree.textOf(node), at: tree.span(node) };
}

function lowerText({ tree }: Go, node: NodeId): Expr {
  return { e: "const", type: "text", text: literalText(tree, node) ?? "", at: tree.span(node) };
}

const RUNE_ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

/** A character is what programs look for in a text: it is kept as one, not as its number. */
function lowerRune({ tree }: Go, node: NodeId): Expr {
  const written = tree.textOf(node).slice(1, -1);
  const isEscape = written.length === 2 && written.startsWith("\\");
  const text = isEscape ? RUNE_ESCAPES[written[1]!] ?? written[1]! : written;
  return { e: "const", type: "text", text, at: tree.span(node) };
}

function lowerWord({ tree }: Go, node: NodeId, type: "boolean" | "null"): Expr {
  return { e: "const", type, text: tree.textOf(node), at: tree.span(node) };
}

function lowerIota(go: Go, node: NodeId): Expr {
  if (go.iota === undefined) return lowerName(go, node);
  return { e: "const", type: "number", text: String(go.iota), at: go.tree.span(node) };
}

function lowerUnary(go: Go, node: NodeId): Expr {
  const operand = go.tree.child(node, "operand");
  const at = go.tree.span(node);
  if (operand === undefined) return nothing(at);
  const op = operatorOf(go.tree, node);
  return { e: "unary", op: op === "!" ? "not" : op, value: go.expression(operand), at };
}

/** `f[int, string]`: the function without its types. */
function lowerInstantiation(go: Go, node: NodeId): Expr {
  const type = go.tree.child(node, "type");
  return type === undefined ? lowerUnknown(go, node) : typeExpression(go, type);
}

// ------------------------------------------------------------------------------------------ chains

/** Where the next link of a chain hangs, by the kind of this one. */
const OPERAND_FIELDS: ReadonlyMap<string, string> = new Map([
  ["selector_expression", "operand"],
  ["call_expression", "function"],
  ["index_expression", "operand"],
  ["slice_expression", "operand"],
  ["type_assertion_expression", "operand"],
]);

function lowerChain(go: Go, node: NodeId): Expr {
  const links: NodeId[] = [];
  let at = node;
  let made: Expr | undefined;
  for (;;) {
    made = lowerSpecialCall(go, at);
    if (made) break;
    const field = OPERAND_FIELDS.get(go.tree.kind(at));
    const operand = field === undefined ? undefined : go.tree.child(at, field);
    if (operand === undefined) break;
    links.push(at);
    at = seenThrough(go.tree, operand);
  }
  if (!made && links.length === 0) return lowerUnknown(go, node);
  made ??= go.expression(at);
  for (const link of links.reverse()) {
    if (!spend(go)) return made;
    made = lowerLink(go, link, made);
  }
  return made;
}

function lowerLink(go: Go, node: NodeId, object: Expr): Expr {
  const { tree } = go;
  const at = tree.span(node);
  switch (tree.kind(node)) {
    case "selector_expression": {
      const field = tree.child(node, "field");
      return { e: "member", object, name: field === undefined ? "" : tree.textOf(field), at };
    }
    case "call_expression":
      return { e: "call", callee: object, args: lowerArguments(go, node), isNew: false, at };
    case "index_expression":
      return lowerIndex(go, node, object);
    case "type_assertion_expression": {
      const type = tree.child(node, "type");
      return type === undefined
        ? object
        : { e: "cast", value: object, type: lowerType(go, type), at };
    }
    default:
      return { e: "index", object, at };
  }
}

function lowerIndex(go: Go, node: NodeId, object: Expr): Expr {
  const { tree } = go;
  const at = tree.span(node);
  const index = tree.child(node, "index");
  if (index === undefined) return { e: "index", object, at };
  if (isTypeArgument(go, index)) return object;
  const made = go.expression(index);
  return made.e === "const" && made.type === "text" && !isRune(go, index)
    ? { e: "member", object, name: made.text, at }
    : { e: "index", object, index: made, at };
}

function isRune({ tree }: Go, node: NodeId): boolean {
  return tree.kind(seenThrough(tree, node)) === "rune_literal";
}

function lowerArguments(go: Go, call: NodeId): Arg[] {
  const { tree } = go;
  const list = tree.child(call, "arguments");
  return list === undefined
    ? []
    : Array.from(tree.children(list), (node) => lowerArgument(go, node));
}

function lowerArgument(go: Go, node: NodeId): Arg {
  const { tree } = go;
  if (!isSpread(tree, node)) return { value: go.expression(node) };
  const spread = tree.firstChild(node);
  return { value: go.expression(spread ?? node), spread: "positional" };
}
