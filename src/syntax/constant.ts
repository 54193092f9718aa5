// What an expression's text is known to be without running anything: literals, concatenations,
// interpolations, and names given one value. What is not known stands as a piece of its own.

import { joinMapped, type MappedText, verbatim } from "../core/mod.ts";
import { bindingOf } from "./bindings.ts";
import { literalPieces } from "./string_literal.ts";
import type { NodeId, SyntaxTree } from "./tree.ts";

export type TextPiece =
  | { readonly kind: "text"; readonly value: MappedText }
  | { readonly kind: "unknown"; readonly node: NodeId };

/** Expressions looked at per call: constants that double each other end here. */
const MAX_STEPS = 500;

/** Kinds that stand for the expressions inside them, one after the other. */
const TRANSPARENT = new Set([
  "parenthesized_expression",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
  "concatenated_string",
  "literal_element",
]);

const NUMBERS = new Set(["integer", "float", "number", "int_literal", "float_literal"]);

const CONCATENATIONS = new Set(["binary_operator", "binary_expression"]);

/** The pieces of the text that `node` evaluates to, in order. */
export function textPieces(tree: SyntaxTree, node: NodeId): TextPiece[] {
  const pieces: TextPiece[] = [];
  let steps = 0;
  const visit = (at: NodeId): void => {
    if (++steps > MAX_STEPS) {
      pieces.push({ kind: "unknown", node: at });
      return;
    }
    const kind = tree.kind(at);
    const literal = literalPieces(tree, at);
    if (literal) {
      for (const piece of literal) {
        if (piece.kind === "text") pieces.push(piece);
        else visit(piece.node);
      }
    } else if (NUMBERS.has(kind)) {
      const { start } = tree.span(at);
      pieces.push({ kind: "text", value: verbatim(tree.textOf(at), start) });
    } else if (TRANSPARENT.has(kind)) {
      for (const inner of insideOf(tree, at)) visit(inner);
    } else if (CONCATENATIONS.has(kind) && isPlus(tree, at)) {
      visit(tree.child(at, "left")!);
      visit(tree.child(at, "right")!);
    } else {
      const value = kind === "identifier" ? bindingOf(tree, at, tree.textOf(at)) : undefined;
      if (value?.kind === "value") visit(value.node);
      else pieces.push({ kind: "unknown", node: at });
    }
  };
  visit(node);
  return pieces;
}

/** The whole text of a constant expression; `undefined` where any part of it is not known. */
export function constantText(tree: SyntaxTree, node: NodeId): MappedText | undefined {
  const known: MappedText[] = [];
  for (const piece of textPieces(tree, node)) {
    if (piece.kind === "unknown") return undefined;
    known.push(piece.value);
  }
  return joinMapped(known);
}

function insideOf(tree: SyntaxTree, node: NodeId): NodeId[] {
  const inner = [...tree.children(node)];
  // `x as T` and `x satisfies T` hold the type too.
  return tree.kind(node) === "concatenated_string" ? inner : inner.slice(0, 1);
}

function isPlus(tree: SyntaxTree, node: NodeId): boolean {
  const operator = tree.child(node, "operator");
  return operator !== undefined && tree.textOf(operator) === "+" &&
    tree.child(node, "left") !== undefined && tree.child(node, "right") !== undefined;
}
