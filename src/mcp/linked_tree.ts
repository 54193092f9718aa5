// The tree of a file, and behind it those of other files of the target that its texts come from, as
// one: nodes and units of a later file are counted on from the ones before. So what follows an
// expression need not know where a file ends; `placeIn` tells it when all is done.

import { type MappedText, type Span, toFile } from "../core/mod.ts";
import {
  type Binding,
  bindingOf,
  constantText,
  type LiteralPiece,
  literalPieces,
  type NodeId,
  type SyntaxTree,
} from "../syntax/mod.ts";

export interface FileSpan {
  /** Absent for the file itself. */
  readonly path?: string;
  readonly span: Span;
}

interface Part {
  readonly tree: SyntaxTree;
  readonly path: string;
  /** What the file's own nodes and units are counted from. */
  readonly nodes: number;
  readonly units: number;
}

export class LinkedTree {
  readonly own: SyntaxTree;
  readonly language: SyntaxTree["language"];
  readonly #parts: Part[];
  readonly #literals = new Map<NodeId, readonly LiteralPiece[] | undefined>();

  constructor(tree: SyntaxTree, path: string) {
    this.own = tree;
    this.language = tree.language;
    this.#parts = [{ tree, path, nodes: 0, units: 0 }];
  }

  /** The root of the tree of `path`, which is put behind the others where it is new. */
  link(path: string, tree: SyntaxTree): NodeId {
    const known = this.#parts.find((part) => part.path === path);
    if (known) return known.nodes;
    const last = this.#parts.at(-1)!;
    const nodes = last.nodes + last.tree.size;
    // One unit apart, so that no span of one ends where the next begins.
    const units = last.units + last.tree.text.length + 1;
    this.#parts.push({ tree, path, nodes, units });
    return nodes;
  }

  /** The path of the file that a node is of. */
  pathOf(node: NodeId): string {
    return this.#partOf(node).path;
  }

  /** The root of the file that a node is of. */
  rootOf(node: NodeId): NodeId {
    return this.#partOf(node).nodes;
  }

  kind(node: NodeId): string {
    const { tree, nodes } = this.#partOf(node);
    return tree.kind(node - nodes);
  }

  fieldOf(node: NodeId): string | undefined {
    const { tree, nodes } = this.#partOf(node);
    return tree.fieldOf(node - nodes);
  }

  span(node: NodeId): Span {
    const { tree, nodes, units } = this.#partOf(node);
    const { start, end } = tree.span(node - nodes);
    return { start: start + units, end: end + units };
  }

  textOf(node: NodeId): string {
    const { tree, nodes } = this.#partOf(node);
    return tree.textOf(node - nodes);
  }

  /** The text of a node that is not longer; of a longer one, nothing. */
  shortText(node: NodeId, most: number): string {
    const { tree, nodes } = this.#partOf(node);
    const { start, end } = tree.span(node - nodes);
    return end - start > most ? "" : tree.text.slice(start, end);
  }

  parent(node: NodeId): NodeId | undefined {
    const { tree, nodes } = this.#partOf(node);
    return shifted(tree.parent(node - nodes), nodes);
  }

  next(node: NodeId): NodeId {
    const { tree, nodes } = this.#partOf(node);
    return tree.next(node - nodes) + nodes;
  }

  *children(node: NodeId): Generator<NodeId> {
    const { tree, nodes } = this.#partOf(node);
    for (const child of tree.children(node - nodes)) yield child + nodes;
  }

  child(node: NodeId, field: string): NodeId | undefined {
    const { tree, nodes } = this.#partOf(node);
    return shifted(tree.child(node - nodes, field), nodes);
  }

  firstChild(node: NodeId, kind?: string): NodeId | undefined {
    const { tree, nodes } = this.#partOf(node);
    return shifted(tree.firstChild(node - nodes, kind), nodes);
  }

  ancestor(node: NodeId, kinds: ReadonlySet<string>): NodeId | undefined {
    const { tree, nodes } = this.#partOf(node);
    return shifted(tree.ancestor(node - nodes, kinds), nodes);
  }

  /** Nodes of the file that `root` is the root of, in document order. */
  *nodesOf(kinds: ReadonlySet<string>, root: NodeId = 0): Generator<NodeId> {
    const { tree, nodes } = this.#partOf(root);
    for (const node of tree.nodesOf(kinds)) yield node + nodes;
  }

  /** What `name` is bound to at `node`, in the file of the node. */
  bindingOf(node: NodeId, name: string): Binding | undefined {
    const { tree, nodes } = this.#partOf(node);
    const binding = bindingOf(tree, node - nodes, name);
    if (nodes === 0 || !binding) return binding;
    switch (binding.kind) {
      case "value":
        return { ...binding, nodes: binding.nodes.map((each) => each + nodes) };
      case "element":
      case "member":
        return { ...binding, node: binding.node + nodes };
      default:
        return binding;
    }
  }

  literalPieces(node: NodeId): readonly LiteralPiece[] | undefined {
    const { tree, nodes, units } = this.#partOf(node);
    if (nodes === 0) return literalPieces(tree, node);
    if (!this.#literals.has(node)) {
      const pieces = literalPieces(tree, node - nodes)?.map((piece): LiteralPiece =>
        piece.kind === "text"
          ? { ...piece, value: movedText(piece.value, units) }
          : { ...piece, node: piece.node + nodes }
      );
      this.#literals.set(node, pieces);
    }
    return this.#literals.get(node);
  }

  constantText(node: NodeId): MappedText | undefined {
    const { tree, nodes, units } = this.#partOf(node);
    const text = constantText(tree, node - nodes);
    return text && units > 0 ? movedText(text, units) : text;
  }

  /** The file that a span is of, and where in it. */
  placeIn({ start, end }: Span): FileSpan {
    const part = this.#parts.findLast(({ units }) => start >= units)!;
    const { tree, path, units } = part;
    // A text put together from two files has its place where it begins.
    const last = end - units > tree.text.length ? start - units + 1 : end - units;
    const span = { start: start - units, end: last };
    return part === this.#parts[0] ? { span } : { path, span };
  }

  /** The whole of a text. */
  placeOfText(text: MappedText): FileSpan {
    return this.placeIn(toFile(text, { start: 0, end: text.text.length }));
  }

  #partOf(node: NodeId): Part {
    const parts = this.#parts;
    let at = parts.length - 1;
    while (at > 0 && node < parts[at]!.nodes) at--;
    return parts[at]!;
  }
}

function shifted(node: NodeId | undefined, by: number): NodeId | undefined {
  return node === undefined ? undefined : node + by;
}

function movedText({ text, runs }: MappedText, by: number): MappedText {
  return {
    text,
    runs: runs.map((run) => ({ ...run, start: run.start + by, end: run.end + by })),
  };
}
