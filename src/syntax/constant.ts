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

/** Units of text collected per call. */
const MAX_UNITS = 1 << 20;

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

const known = new WeakMap<SyntaxTree, Map<NodeId, readonly TextPiece[]>>();

/** The pieces of the text that `node` evaluates to, in order. */
export function textPieces(tree: SyntaxTree, node: NodeId): readonly TextPiece[] {
  let pieces = known.get(tree);
  if (!pieces) known.set(tree, pieces = new Map());
  let found = pieces.get(node);
  if (!found) pieces.set(node, found = evaluate(tree, node));
  return found;
}

function evaluate(tree: SyntaxTree, node: NodeId): TextPiece[] {
  const pieces: TextPiece[] = [];
  let steps = 0;
  let units = 0;
  const isConstant = (at: NodeId): boolean => {
    const before = pieces.length;
    visit(at);
    const constant = pieces.splice(before).every(({ kind }) => kind === "text");
    return constant;
  };
  const visit = (at: NodeId): void => {
    if (++steps > MAX_STEPS) {
      pieces.push({ kind: "unknown", node: at });
      return;
    }
    const kind = tree.kind(at);
    const literal = literalPieces(tree, at);
    if (literal) {
      for (const piece of literal) {
        if (piece.kind === "expression") visit(piece.node);
        else if ((units += piece.value.text.length) <= MAX_UNITS) pieces.push(piece);
        else pieces.push({ kind: "unknown", node: at });
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
      const alternatives = alternativesOf(tree, at);
      if (!alternatives) {
        pieces.push({ kind: "unknown", node: at });
        return;
      }
      // Constants are as good as each other; what is not constant must not be lost.
      const open = alternatives.filter((each) => steps <= MAX_STEPS && !isConstant(each));
      for (const each of open.length > 0 ? open : alternatives.slice(0, 1)) visit(each);
    }
  };
  visit(node);
  return pieces;
}

/** The whole text of a constant expression; `undefined` where any part of it is not known. */
export function constantText(tree: SyntaxTree, node: NodeId): MappedText | undefined {
  const texts: MappedText[] = [];
  for (const piece of textPieces(tree, node)) {
    if (piece.kind === "unknown") return undefined;
    texts.push(piece.value);
  }
  return joinMapped(texts);
}

const CHOICES = new Set(["ternary_expression", "conditional_expression"]);
const FALLBACKS = new Set(["||", "??", "or"]);
const LISTS = new Set(["list", "tuple", "set", "array"]);

/** The expressions whose value this one may have; `undefined` where it is not a choice of any. */
function alternativesOf(
  tree: SyntaxTree,
  node: NodeId,
  depth = 0,
): readonly NodeId[] | undefined {
  const kind = tree.kind(node);
  if (CHOICES.has(kind)) {
    // Python's has no fields: value, condition, other value.
    const children = takeElements(tree.children(node)) ?? [];
    const first = tree.child(node, "consequence") ?? children[0];
    const second = tree.child(node, "alternative") ?? children[2];
    return first === undefined || second === undefined ? undefined : [first, second];
  }
  if (kind === "binary_expression" || kind === "boolean_operator") {
    const operator = tree.child(node, "operator");
    if (operator === undefined || !FALLBACKS.has(tree.textOf(operator))) return undefined;
    return [tree.child(node, "left")!, tree.child(node, "right")!];
  }
  if (kind !== "identifier") return undefined;
  const binding = bindingOf(tree, node, tree.textOf(node));
  if (binding?.kind === "value") return binding.nodes;
  return binding?.kind === "element" ? elementsOf(tree, binding.node, depth) : undefined;
}

/** Names of lists and choices between lists followed. */
const MAX_LIST_DEPTH = 8;
/** Elements of a list looked at. */
const MAX_ELEMENTS = 100;

/** The elements of a list that stands in the file as one; `undefined` also for one too long. */
function elementsOf(tree: SyntaxTree, node: NodeId, depth: number): readonly NodeId[] | undefined {
  if (depth > MAX_LIST_DEPTH) return undefined;
  if (LISTS.has(tree.kind(node))) return takeElements(tree.children(node));
  if (tree.kind(node) === "as_expression") {
    const inner = tree.firstChild(node);
    return inner === undefined ? undefined : elementsOf(tree, inner, depth + 1);
  }
  const elements: NodeId[] = [];
  for (const choice of alternativesOf(tree, node, depth + 1) ?? []) {
    const inner = elementsOf(tree, choice, depth + 1);
    if (!inner || elements.length + inner.length > MAX_ELEMENTS) return undefined;
    for (const element of inner) elements.push(element);
  }
  return elements.length > 0 ? elements : undefined;
}

function takeElements(nodes: Iterable<NodeId>): NodeId[] | undefined {
  const elements: NodeId[] = [];
  for (const node of nodes) {
    if (elements.length === MAX_ELEMENTS) return undefined;
    elements.push(node);
  }
  return elements;
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
