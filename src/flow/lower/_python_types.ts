// Annotations of Python, reduced to names, alternatives, literals and what `Annotated` says.

import type { Span } from "../../core/mod.ts";
import { literalPieces, type NodeId } from "../../syntax/mod.ts";
import type { TypeRef } from "../ir.ts";
import { append, childrenIn, childrenOf, type Lowering, tightText } from "./_python_lowering.ts";
import { appliedType, lastSegment, namedType, oneOfTypes } from "./_python_type_terms.ts";
import { parseTypeText } from "./_python_type_text.ts";

export function typeOf(low: Lowering, node: NodeId): TypeRef {
  const inside = unwrap(low, node);
  const at = low.tree.span(inside);
  return low.bounded(() => makeType(low, inside), () => namedType("", at));
}

const WRAPPERS = new Set(["type", "parenthesized_expression", "splat_type", "constrained_type"]);

function unwrap(low: Lowering, node: NodeId): NodeId {
  let at = node;
  while (WRAPPERS.has(low.tree.kind(at))) {
    const inner = childrenOf(low, at)[0];
    if (inner === undefined) break;
    at = inner;
  }
  return at;
}

function makeType(low: Lowering, node: NodeId): TypeRef {
  const { tree } = low;
  const at = tree.span(node);
  switch (tree.kind(node)) {
    case "identifier":
    case "attribute":
    case "member_type":
    case "none":
    case "ellipsis":
      return namedType(tightText(low, node), at);
    case "generic_type":
    case "subscript":
      return genericType(low, node);
    case "union_type":
    case "binary_operator":
    case "boolean_operator":
      return oneOfTypes(alternativesOf(low, node).map((each) => typeOf(low, each)), at);
    case "string":
      return textType(low, node);
    case "tuple":
      return { name: "tuple", args: typesOf(low, childrenOf(low, node)), at };
    case "list":
      return { name: "", args: typesOf(low, childrenOf(low, node)), at };
    case "call":
      return madeType(low, node);
    default:
      return namedType("", at);
  }
}

function typesOf(low: Lowering, nodes: readonly NodeId[]): readonly TypeRef[] {
  return nodes.map((node) => typeOf(low, node));
}

/** `list[int]`, whose parts stand apart from each other in two ways. */
function genericType(low: Lowering, node: NodeId): TypeRef {
  const { tree } = low;
  const base = tree.child(node, "value") ?? childrenOf(low, node)[0];
  const parameters = tree.firstChild(node, "type_parameter");
  const args = parameters === undefined
    ? childrenIn(low, { node, field: "subscript" })
    : childrenOf(low, parameters);
  const at = tree.span(node);
  const name = base === undefined ? "" : tightText(low, base);
  const last = lastSegment(name);
  if (last === "Literal") {
    const literals = args.flatMap((each) => literalOf(low, each) ?? []);
    return { name, args: [], literals, at };
  }
  const [first, ...rest] = args;
  if (last !== "Annotated" || first === undefined) {
    return appliedType({ name, args: typesOf(low, args), at });
  }
  const type = typeOf(low, first);
  const annotations = [...type.annotations ?? [], ...rest.map((each) => low.expression(each))];
  return { ...type, annotations };
}

function literalOf(low: Lowering, node: NodeId): string | undefined {
  const inside = unwrap(low, node);
  const { tree } = low;
  if (tree.kind(inside) === "none") return undefined;
  const pieces = literalPieces(tree, inside);
  if (!pieces) return tightText(low, inside);
  return pieces.map((piece) => piece.kind === "text" ? piece.value.text : "").join("");
}

/** The sides of a chain of `|`, which stands nested to the left. */
function alternativesOf(low: Lowering, node: NodeId): readonly NodeId[] {
  const { tree } = low;
  const kind = tree.kind(node);
  const fromRight: NodeId[] = [];
  let at = node;
  while (tree.kind(at) === kind) {
    const sides = childrenOf(low, at).filter((child) => tree.fieldOf(child) !== "operator");
    const [left, ...others] = sides;
    if (left === undefined) break;
    append(fromRight, others.reverse());
    at = unwrap(low, left);
  }
  return [at, ...fromRight.reverse()];
}

/** `"Foo"`, a type that is not defined yet. */
function textType(low: Lowering, node: NodeId): TypeRef {
  const at: Span = low.tree.span(node);
  const pieces = literalPieces(low.tree, node) ?? [];
  const [only] = pieces;
  return pieces.length === 1 && only?.kind === "text"
    ? parseTypeText(only.value.text, at)
    : namedType("", at);
}

/** `constr(pattern="…")`: the call makes the type, and says what it allows. */
function madeType(low: Lowering, node: NodeId): TypeRef {
  const { tree } = low;
  const callee = tree.child(node, "function");
  const name = callee === undefined ? "" : tightText(low, callee);
  return { name, args: [], annotations: [low.expression(node)], at: tree.span(node) };
}
