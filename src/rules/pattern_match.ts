// A pattern held against a node. Every step is counted, and recursion goes as deep as the pattern,
// so that neither of the two can make it run on.

import { StepsUsedUp } from "../core/mod.ts";
import {
  constantText,
  fullName,
  type NodeId,
  type SyntaxTree,
  TRANSPARENT,
} from "../syntax/mod.ts";
import type { PatternNode } from "./pattern.ts";

/** Steps that all that one rule does in a tree may take: so many, and for each node some more. */
const STEPS = 2_000_000;
const STEPS_PER_NODE = 20;
/** Looking a name up costs more than looking at a node. */
const NAME_STEPS = 5;
/** Units of a text that are compared in one step. */
const UNITS_PER_STEP = 64;

/** What a rule has spent in a tree. */
export interface Spent {
  steps: number;
  isUsedUp?: true;
}

/** What the holes of a pattern stand for, in one tree. */
export class Holding {
  readonly tree: SyntaxTree;
  readonly #bound = new Map<string, NodeId>();
  readonly #trail: string[] = [];
  readonly #spent: Spent;
  readonly #limit: number;

  /** `spent` is shared by all that one rule does in the tree. */
  constructor(tree: SyntaxTree, spent: Spent) {
    this.tree = tree;
    this.#spent = spent;
    this.#limit = STEPS + STEPS_PER_NODE * tree.size;
  }

  nodeOf(hole: string): NodeId | undefined {
    return this.#bound.get(hole);
  }

  /** True where the node fits; its holes are filled then, and else as they were. */
  fits(pattern: PatternNode, node: NodeId): boolean {
    const mark = this.#trail.length;
    if (this.#match(pattern, node)) return true;
    this.#undo(mark);
    return false;
  }

  /** As `fits`, and the holes are as they were in any case. */
  wouldFit(pattern: PatternNode, node: NodeId): boolean {
    const mark = this.#trail.length;
    const fits = this.#match(pattern, node);
    this.#undo(mark);
    return fits;
  }

  spend(steps: number): void {
    this.#spent.steps += steps;
    if (this.#spent.steps <= this.#limit) return;
    this.#spent.isUsedUp = true;
    throw new StepsUsedUp();
  }

  #undo(mark: number): void {
    while (this.#trail.length > mark) this.#bound.delete(this.#trail.pop()!);
  }

  #match(pattern: PatternNode, node: NodeId): boolean {
    this.spend(1);
    const { meaning, literal, path } = pattern;
    if (meaning?.kind === "rest") return true;
    if (meaning?.kind === "hole") return this.#fill(meaning.name, node);
    if (literal !== undefined && this.#isText(literal, node)) return true;
    const kind = this.tree.kind(node);
    if (path !== undefined && NAMES.has(kind)) {
      this.spend(NAME_STEPS);
      if (fullName(this.tree, node) === path) return true;
    }
    if (kind !== pattern.kind) {
      const inner = this.#inside(node);
      return inner !== undefined && this.#match(pattern, inner);
    }
    if (pattern.literal !== undefined) return false;
    if (pattern.children.length > 0) return this.#childrenFit(pattern, node);
    // Brackets around nothing.
    if (/^\W+$/.test(pattern.text) && this.tree.firstChild(node) === undefined) return true;
    return this.#equals(pattern.text, node);
  }

  /** What stands in brackets, is waited for or has a type put on it; nothing where it is bare. */
  #inside(node: NodeId): NodeId | undefined {
    let inner: NodeId | undefined = node;
    while (inner !== undefined && TRANSPARENT.has(this.tree.kind(inner))) {
      this.spend(1);
      inner = this.tree.firstChild(inner);
    }
    return inner === node ? undefined : inner;
  }

  /** A hole that stands twice stands for the same text. */
  #fill(name: string, node: NodeId): boolean {
    if (name === "") return true;
    const bound = this.#bound.get(name);
    if (bound !== undefined) return this.#equals(this.tree.textOf(bound), node);
    this.#bound.set(name, node);
    this.#trail.push(name);
    return true;
  }

  #equals(text: string, node: NodeId): boolean {
    const { start, end } = this.tree.span(node);
    if (end - start !== text.length) return false;
    this.spend(Math.ceil(text.length / UNITS_PER_STEP));
    return this.tree.textOf(node) === text;
  }

  #isText(literal: NonNullable<PatternNode["literal"]>, node: NodeId): boolean {
    this.spend(NAME_STEPS);
    if (NUMBERS.has(this.tree.kind(node))) return false;
    const known = constantText(this.tree, node);
    if (known === undefined) return false;
    this.spend(Math.ceil(known.text.length / UNITS_PER_STEP));
    return literal === "any" || known.text === literal.text;
  }

  #childrenFit(pattern: PatternNode, node: NodeId): boolean {
    const asked = new Set(pattern.children.map(({ field }) => field));
    const children = [...this.tree.children(node)].filter((child) => {
      const field = this.tree.fieldOf(child);
      return asked.has(field) && field !== undefined || !this.#isAside(child, field);
    });
    this.spend(children.length);
    if (!KEYED.has(pattern.kind)) return this.#inOrder(pattern.children, children);
    const keyed = pattern.children.filter(({ kind }) => ENTRIES.has(kind));
    if (keyed.length === 0) return this.#inOrder(pattern.children, children);
    const plain = pattern.children.filter(({ kind }) => !ENTRIES.has(kind));
    const own = children.filter((child) => ENTRIES.has(this.tree.kind(child)));
    const others = children.filter((child) => !ENTRIES.has(this.tree.kind(child)));
    // Named arguments and properties come in any order.
    for (const entry of keyed) {
      const at = own.findIndex((child) => this.fits(entry, child));
      if (at < 0) return false;
      own.splice(at, 1);
    }
    const isOpen = plain.some(({ meaning }) => meaning?.kind === "rest");
    return (isOpen || own.length === 0) && this.#inOrder(plain, others);
  }

  #inOrder(patterns: readonly PatternNode[], nodes: readonly NodeId[], i = 0, j = 0): boolean {
    if (i === patterns.length) return j === nodes.length;
    const pattern = patterns[i]!;
    if (pattern.meaning?.kind === "rest") {
      if (i === patterns.length - 1) return true;
      for (let k = j; k <= nodes.length; k++) {
        this.spend(1);
        const mark = this.#trail.length;
        if (this.#inOrder(patterns, nodes, i + 1, k)) return true;
        this.#undo(mark);
      }
      return false;
    }
    if (j === nodes.length || pattern.field !== this.tree.fieldOf(nodes[j]!)) return false;
    return this.fits(pattern, nodes[j]!) && this.#inOrder(patterns, nodes, i + 1, j + 1);
  }

  /** What says something about a node and may be left out of a pattern. */
  #isAside(node: NodeId, field: string | undefined): boolean {
    if (this.tree.language === "go") return field === "type_arguments";
    return field !== undefined && ASIDE_FIELDS.has(field) || ASIDE_KINDS.has(this.tree.kind(node));
  }
}

const NAMES = new Set(["identifier", "attribute", "member_expression", "selector_expression"]);
const NUMBERS = new Set(["integer", "float", "number", "int_literal", "float_literal"]);

/** Nodes whose children may have names, and those children. */
const KEYED = new Set(["argument_list", "dictionary", "object", "literal_value"]);
const ENTRIES = new Set(["keyword_argument", "pair", "keyed_element"]);

const ASIDE_FIELDS = new Set(["type", "return_type", "type_parameters", "type_arguments"]);
const ASIDE_KINDS = new Set(["optional_chain", "accessibility_modifier", "override_modifier"]);
