// What an expression's text is known to be without running anything: literals, concatenations,
// interpolations, and names given one value. What is not known stands as a piece of its own.
// Bounded by counts for each expression, and what a name stands for is worked out once.

import { joinMapped, type MappedText, verbatim } from "../core/mod.ts";
import { bindingOf } from "./bindings.ts";
import { type LiteralPiece, literalPieces } from "./string_literal.ts";
import type { NodeId, SyntaxTree } from "./tree.ts";

export type TextPiece =
  | { readonly kind: "text"; readonly value: MappedText }
  | { readonly kind: "unknown"; readonly node: NodeId };

type Pieces = readonly TextPiece[];

/** Nodes looked at in one expression; what a name in it stands for counts on its own. */
const MAX_STEPS = 500;
/** Expressions inside expressions; operands of one concatenation stand side by side. */
const MAX_NESTING = 40;
/** Pieces of one expression: constants that double each other end here. */
const MAX_PIECES = 128;
/** Units of text of one expression. */
const MAX_UNITS = 1 << 20;
/** Units that are put together out of several pieces. */
const MAX_JOINED = 1 << 16;
/** Names followed from one to the next: names that lead to themselves end here. */
const MAX_HOPS = 8;
/** Elements of a list looked at. */
const MAX_ELEMENTS = 400;

/** Kinds that stand for the first expression inside them. */
const TRANSPARENT = new Set([
  "parenthesized_expression",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
  "literal_element",
]);

const NUMBERS = new Set(["integer", "float", "number", "int_literal", "float_literal"]);

const CONCATENATIONS = new Set(["binary_operator", "binary_expression"]);

/** The pieces of the text that `node` evaluates to, in order; their texts are shared, not copied. */
export function textPieces(tree: SyntaxTree, node: NodeId): readonly TextPiece[] {
  return new Expression(tree, MAX_HOPS).pieces(node);
}

/**
 * The whole text of a constant expression; `undefined` where any part of it is not known, and for
 * several parts that are too long together.
 */
export function constantText(tree: SyntaxTree, node: NodeId): MappedText | undefined {
  const texts: MappedText[] = [];
  let units = 0;
  for (const piece of textPieces(tree, node)) {
    if (piece.kind === "unknown") return undefined;
    texts.push(piece.value);
    units += piece.value.text.length;
  }
  return texts.length > 1 && units > MAX_JOINED ? undefined : joinMapped(texts);
}

/** By what is asked, node and hops left; a function of these alone, whatever was asked before. */
const known = new WeakMap<SyntaxTree, Map<string, Pieces | undefined>>();

/** What `node`, which a name is bound to, stands for: as a value, or each of its elements. */
function lookUp(
  tree: SyntaxTree,
  as: "pieces" | "elements",
  { node, hops }: { node: NodeId; hops: number },
): Pieces | undefined {
  if (hops < 0) return undefined;
  let answers = known.get(tree);
  if (!answers) known.set(tree, answers = new Map());
  const key = `${as} ${node} ${hops}`;
  let found = answers.get(key);
  if (!found && !answers.has(key)) {
    found = new Expression(tree, hops)[as](node);
    answers.set(key, found);
  }
  return found;
}

/** One expression of the file, as far as its steps go. */
class Expression {
  readonly #tree: SyntaxTree;
  readonly #hops: number;
  #steps = 0;

  constructor(tree: SyntaxTree, hops: number) {
    this.#tree = tree;
    this.#hops = hops;
  }

  pieces(node: NodeId, depth = 0): Pieces {
    const tree = this.#tree;
    if (++this.#steps > MAX_STEPS || depth > MAX_NESTING) return [{ kind: "unknown", node }];
    const inside = this.#unwrap(node);
    const kind = tree.kind(inside);
    const literal = literalPieces(tree, inside);
    if (literal) return this.#inTurn(inside, { parts: literal, depth });
    if (NUMBERS.has(kind)) {
      return [{ kind: "text", value: verbatim(tree.textOf(inside), tree.span(inside).start) }];
    }
    if (kind === "concatenated_string") {
      return this.#inTurn(inside, { parts: tree.children(inside), depth });
    }
    const operands = this.#operands(inside);
    if (operands) return this.#inTurn(inside, { parts: operands, depth });
    const choice = choiceOf(tree, inside);
    if (choice) return anyOf(inside, choice.map((each) => this.pieces(each, depth + 1)));
    return this.#named(inside) ?? [{ kind: "unknown", node: inside }];
  }

  /** Each element of a list that stands in the file; `undefined` where it is none. */
  elements(node: NodeId, depth = 0): Pieces | undefined {
    const tree = this.#tree;
    if (++this.#steps > MAX_STEPS || depth > MAX_NESTING) return undefined;
    const inside = this.#unwrap(node);
    if (LISTS.has(tree.kind(inside))) {
      const values: Pieces[] = [];
      for (const element of tree.children(inside)) {
        if (values.length === MAX_ELEMENTS) return undefined;
        values.push(this.pieces(element));
      }
      return anyOf(inside, values);
    }
    const lists = choiceOf(tree, inside)?.map((each) => this.elements(each, depth + 1)) ??
      this.#values(inside)?.map((value) => lookUp(tree, "elements", value));
    return lists?.every((list) => list !== undefined) ? anyOf(inside, lists) : undefined;
  }

  #unwrap(node: NodeId): NodeId {
    let at = node;
    while (TRANSPARENT.has(this.#tree.kind(at)) && ++this.#steps <= MAX_STEPS) {
      const inner = this.#tree.firstChild(at);
      if (inner === undefined) return at;
      at = inner;
    }
    return at;
  }

  /** The operands of a chain of `+`, which stand nested to the left. */
  #operands(node: NodeId): NodeId[] | undefined {
    const tree = this.#tree;
    const fromRight: NodeId[] = [];
    let at = node;
    for (; CONCATENATIONS.has(tree.kind(at)) && ++this.#steps <= MAX_STEPS;) {
      const left = tree.child(at, "left");
      const right = tree.child(at, "right");
      if (left === undefined || right === undefined || operatorOf(tree, at) !== "+") break;
      fromRight.push(right);
      at = left;
    }
    return fromRight.length === 0 ? undefined : [at, ...fromRight.reverse()];
  }

  #inTurn(
    node: NodeId,
    { parts, depth }: { parts: Iterable<NodeId | LiteralPiece>; depth: number },
  ): Pieces {
    const pieces: TextPiece[] = [];
    let units = 0;
    for (const part of parts) {
      for (const piece of this.#part(part, depth)) {
        if (piece.kind === "text") units += piece.value.text.length;
        if (pieces.length === MAX_PIECES || units > MAX_UNITS) {
          return [...pieces, { kind: "unknown", node }];
        }
        pieces.push(piece);
      }
    }
    return pieces;
  }

  #part(part: NodeId | LiteralPiece, depth: number): Pieces {
    if (typeof part === "number") return this.pieces(part, depth + 1);
    return part.kind === "text" ? [part] : this.pieces(part.node, depth + 1);
  }

  #named(node: NodeId): Pieces | undefined {
    const tree = this.#tree;
    const values = this.#values(node);
    if (values) {
      const unknown: Pieces = [{ kind: "unknown", node }];
      return anyOf(node, values.map((value) => lookUp(tree, "pieces", value) ?? unknown));
    }
    if (tree.kind(node) !== "identifier") return undefined;
    const binding = bindingOf(tree, node, tree.textOf(node));
    return binding?.kind === "element"
      ? lookUp(tree, "elements", { node: binding.node, hops: this.#hops - 1 })
      : undefined;
  }

  /** What a name is bound to. */
  #values(name: NodeId): { node: NodeId; hops: number }[] | undefined {
    const tree = this.#tree;
    if (tree.kind(name) !== "identifier") return undefined;
    const binding = bindingOf(tree, name, tree.textOf(name));
    if (binding?.kind !== "value") return undefined;
    return binding.nodes.map((node) => ({ node, hops: this.#hops - 1 }));
  }
}

/** Of several values: constants are as good as each other; what is not constant must not be lost. */
function anyOf(node: NodeId, values: readonly Pieces[]): Pieces {
  const [first, ...others] = values;
  if (others.length === 0) return first ?? [];
  const open: TextPiece[] = [];
  for (const pieces of values) {
    if (pieces.every(({ kind }) => kind === "text")) continue;
    if (open.length + pieces.length > MAX_PIECES) return [...open, { kind: "unknown", node }];
    open.push(...pieces);
  }
  return open.length > 0 ? open : first!;
}

const CHOICES = new Set(["ternary_expression", "conditional_expression"]);
const FALLBACKS = new Set(["||", "??", "or"]);
const LISTS = new Set(["list", "tuple", "set", "array"]);

/** The expressions that a choice decides between; `undefined` where `node` is none. */
function choiceOf(tree: SyntaxTree, node: NodeId): readonly NodeId[] | undefined {
  const kind = tree.kind(node);
  if (CHOICES.has(kind)) {
    // Python's has no fields: value, condition, other value.
    const [value, , other] = tree.children(node);
    const first = tree.child(node, "consequence") ?? value;
    const second = tree.child(node, "alternative") ?? other;
    return first === undefined || second === undefined ? undefined : [first, second];
  }
  if (kind !== "binary_expression" && kind !== "boolean_operator") return undefined;
  if (!FALLBACKS.has(operatorOf(tree, node) ?? "")) return undefined;
  const left = tree.child(node, "left");
  const right = tree.child(node, "right");
  return left === undefined || right === undefined ? undefined : [left, right];
}

function operatorOf(tree: SyntaxTree, node: NodeId): string | undefined {
  const operator = tree.child(node, "operator");
  return operator === undefined ? undefined : tree.textOf(operator);
}
