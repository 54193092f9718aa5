// A syntax tree as flat arrays in document order, free of WASM memory. Node 0 is the root; a
// node's first child is the next node, and its subtree ends where `next` says. Walking is index
// arithmetic, so that no depth of nesting and no number of nodes can hurt.

import type { Grammar, Span } from "../core/mod.ts";

/** An index into a tree. */
export type NodeId = number;

export interface TreeArrays {
  readonly size: number;
  /** Grammar type ids; `kindNames` gives their names. */
  readonly kinds: Uint16Array;
  /** Grammar field ids, 0 for none; `fieldNames` gives their names. */
  readonly fields: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly parents: Int32Array;
  /** One past the last node of the subtree. */
  readonly nexts: Uint32Array;
  readonly kindNames: readonly string[];
  readonly fieldNames: readonly (string | null)[];
}

/** The type id, in every grammar, of a stretch that it could not place. */
export const ERROR_ID = 0xffff;

/** A generator would cost several times as much, and this is asked of most nodes. */
class Children extends Iterator<NodeId, undefined> {
  readonly #tree: SyntaxTree;
  readonly #end: NodeId;
  #at: NodeId;

  constructor(tree: SyntaxTree, node: NodeId) {
    super();
    this.#tree = tree;
    this.#end = tree.next(node);
    this.#at = node + 1;
  }

  override next(): IteratorResult<NodeId, undefined> {
    while (this.#at < this.#end) {
      const value = this.#at;
      this.#at = this.#tree.next(value);
      if (this.#tree.kind(value) !== "comment") return { done: false, value };
    }
    return { done: true, value: undefined };
  }
}

/** Holds the named nodes of a file, and those without a name that stand in a field. */
export class SyntaxTree {
  readonly language: Grammar;
  readonly text: string;
  /** Nodes in error: text that the grammar could not place, or tokens it had to invent. */
  readonly errors: number;
  /** Where parsing stopped at a bound, the offset up to which the tree holds. */
  readonly cutAt: number | undefined;
  readonly size: number;
  /** With `language`, `text`, `errors` and `cutAt`, all that it takes to make the tree again. */
  readonly arrays: TreeArrays;

  constructor(
    source: { language: Grammar; text: string },
    arrays: TreeArrays,
    state: { errors: number; cutAt: number | undefined },
  ) {
    this.language = source.language;
    this.text = source.text;
    this.errors = state.errors;
    this.cutAt = state.cutAt;
    this.size = arrays.size;
    this.arrays = arrays;
  }

  kind(node: NodeId): string {
    const id = this.arrays.kinds[node]!;
    return id === ERROR_ID ? "ERROR" : this.arrays.kindNames[id]!;
  }

  /** The field of its parent that the node stands in. */
  fieldOf(node: NodeId): string | undefined {
    return this.arrays.fieldNames[this.arrays.fields[node]!] ?? undefined;
  }

  span(node: NodeId): Span {
    return { start: this.arrays.starts[node]!, end: this.arrays.ends[node]! };
  }

  textOf(node: NodeId): string {
    return this.text.slice(this.arrays.starts[node]!, this.arrays.ends[node]!);
  }

  parent(node: NodeId): NodeId | undefined {
    const parent = this.arrays.parents[node]!;
    return parent < 0 ? undefined : parent;
  }

  /** One past the last node of the subtree: the node to go on with when skipping this one. */
  next(node: NodeId): NodeId {
    return this.arrays.nexts[node]!;
  }

  /** The children, comments left out. */
  children(node: NodeId): IteratorObject<NodeId, undefined> {
    return new Children(this, node);
  }

  child(node: NodeId, field: string): NodeId | undefined {
    const { fields, fieldNames, nexts } = this.arrays;
    const end = nexts[node]!;
    for (let child = node + 1; child < end; child = nexts[child]!) {
      const id = fields[child]!;
      if (id !== 0 && fieldNames[id] === field && this.kind(child) !== "comment") return child;
    }
    return undefined;
  }

  firstChild(node: NodeId, kind?: string): NodeId | undefined {
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) {
      const own = this.kind(child);
      if (own !== "comment" && (kind === undefined || own === kind)) return child;
    }
    return undefined;
  }

  /** The nearest ancestor of one of these kinds. */
  ancestor(node: NodeId, kinds: ReadonlySet<string>): NodeId | undefined {
    let up = this.parent(node);
    while (up !== undefined && !kinds.has(this.kind(up))) up = this.parent(up);
    return up;
  }

  /** Every node of one of these kinds, in document order. */
  *nodesOf(kinds: ReadonlySet<string>): Generator<NodeId> {
    const isAsked = this.arrays.kindNames.map((name) => kinds.has(name));
    for (let node = 0; node < this.size; node++) {
      if (isAsked[this.arrays.kinds[node]!]) yield node;
    }
  }
}
