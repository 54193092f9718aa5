// One reading of a file's surface: the items so far and what may still be spent on them. Every
// text is paid for here, so that no file makes the surface larger than a person could write.

import { type MappedText, toFile, verbatim } from "../core/mod.ts";
import type {
  Span,
  SurfaceItem,
  SurfaceOwner,
  SurfaceParameter,
  SurfaceRole,
  SurfaceText,
  ToolAnnotations,
} from "../core/mod.ts";
import type { LinkedTree } from "./linked_tree.ts";
import type { NodeId, SyntaxTree } from "../syntax/mod.ts";
import type { Exports } from "./exports.ts";
import type { Entry } from "./expressions.ts";
import type { Mount } from "./mounts.ts";

/** The largest public servers hold some hundred tools of a dozen texts. */
const MAX_TEXTS = 2_000;
/** One item must not use up what is left for the others. */
const MAX_ITEM_TEXTS = 500;
/** UTF-16 units of all texts: a constant used a thousand times must not be copied as often. */
const MAX_UNITS = 2_000_000;
/** Entries and expressions looked at beyond the one pass over the tree. */
const MAX_STEPS = 200_000;

export interface Reading {
  readonly tree: LinkedTree;
  readonly items: SurfaceItem[];
  /** By the item's index, the function that does its work. */
  readonly handlers: Map<number, NodeId>;
  /** Servers that are put into others. */
  readonly mounts: Mount[];
  /** Nodes whose texts an item already holds. */
  readonly claimed: Set<NodeId>;
  /** `owner:role:start:end` of every text of an item. */
  readonly seen: Set<string>;
  left: { texts: number; units: number; steps: number };
  /** True where something was left out because a bound was reached. */
  cut: boolean;
  /** Whether the file mentions MCP, once someone asked. */
  mentionsMcp?: boolean;
  /** By the root of the file; filled by `declarationsOf`. */
  readonly declarations: Map<NodeId, Declarations>;
  /** Constants by name, of languages whose names are not resolved; filled by `plain_texts.ts`. */
  constants?: ReadonlyMap<string, NodeId>;
  /** By the root of the file; filled by `exportsOf`. */
  readonly exports: Map<NodeId, Exports>;
  /** The other files of the target; absent where the file is read by itself. */
  readonly neighbours?: Neighbours;
  /** The roots of other files whose trees were needed. */
  readonly linked: Map<string, NodeId>;
  /** Files whose trees are needed and not at hand. */
  readonly wanted: Set<string>;
  /** What is decided while an item is read: by a loop's list its element, by a function its call. */
  readonly chosen: Map<NodeId, NodeId>;
  /** By function, what calls it; filled by `choices.ts`. */
  readonly sites: Map<NodeId, readonly { readonly node: NodeId; readonly isElement: boolean }[]>;
  /** By the root of the file, its calls by name; filled by `choices.ts`. */
  readonly calls: Map<NodeId, Map<string, NodeId[]>>;
  /** Filled by `recordOf`; others while something is chosen. */
  records: Map<NodeId, RecordEntries>;
}

/** Key to values: one where it is certain, all where a choice or an assignment decides. */
export type Entries = ReadonlyMap<string, readonly NodeId[]>;

export interface RecordEntries {
  /** The records that the expression may stand for. */
  readonly nodes: readonly NodeId[];
  readonly inOrder: readonly Entry[];
  readonly values: Entries;
}

export interface Declarations {
  /** Functions, classes and enumerations by name; absent where a name has several. */
  readonly named: ReadonlyMap<string, NodeId>;
  /** What `object.member = value` gives, by the object's record, or its name where it has none. */
  readonly assigned: ReadonlyMap<NodeId | string, readonly Entry[]>;
}

/** Other files of the target, as far as they are at hand. */
export interface Neighbours {
  /** The file that an import in `from` means. */
  resolve(from: string, module: string): string | undefined;
  /** Files of the package that `file` is of which may declare `name`; itself left out. */
  declaring(file: string, name: string): readonly string[];
  /** Absent where it has not been parsed yet, or never will be. */
  tree(path: string): SyntaxTree | undefined;
}

export type NodeReader = (reading: Reading, node: NodeId) => void;

/** Reads each node of the tree by the reader of its kind, in document order. */
export function readNodes(
  reading: Reading,
  readers: Readonly<Record<string, NodeReader>>,
): void {
  const { tree } = reading;
  for (const node of tree.nodesOf(new Set(Object.keys(readers)))) {
    readers[tree.kind(node)]!(reading, node);
  }
}

export function startReading(tree: LinkedTree, neighbours?: Neighbours): Reading {
  return {
    tree,
    ...(neighbours && { neighbours }),
    declarations: new Map(),
    exports: new Map(),
    linked: new Map(),
    wanted: new Set(),
    items: [],
    handlers: new Map(),
    mounts: [],
    claimed: new Set(),
    seen: new Set(),
    records: new Map(),
    chosen: new Map(),
    sites: new Map(),
    calls: new Map(),
    left: { texts: MAX_TEXTS, units: MAX_UNITS, steps: MAX_STEPS },
    cut: false,
  };
}

/** False where nothing more may be looked at. */
export function spendStep(reading: Reading): boolean {
  if (reading.left.steps-- > 0) return true;
  reading.cut = true;
  return false;
}

/** Pays for a text that was read; false where it is more than what is left. */
export function spendUnits(reading: Reading, units: number): boolean {
  reading.left.units -= units;
  if (reading.left.units >= 0) return true;
  reading.cut = true;
  return false;
}

/** An item in the making. */
export interface Draft {
  readonly reading: Reading;
  readonly owner: SurfaceOwner;
  readonly node: NodeId;
  readonly texts: SurfaceText[];
  /** By name. */
  readonly parameters: Map<string, SurfaceParameter>;
  readonly hidden: Set<SurfaceRole>;
  /** True while the schema of what comes out is read. */
  isOutput: boolean;
  annotations?: ToolAnnotations;
  handler?: NodeId | undefined;
  server?: Span | undefined;
  uri?: string | undefined;
  version?: string | undefined;
}

export function draftItem(reading: Reading, owner: SurfaceOwner, node: NodeId): Draft {
  return {
    reading,
    owner,
    node,
    texts: [],
    parameters: new Map(),
    hidden: new Set(),
    isOutput: false,
  };
}

/** A parameter's name, as a text and, where it stands at the top, as a parameter. */
export function addParameter(
  draft: Draft,
  name: MappedText | undefined,
  { isTop, type, required }: { isTop: boolean; type?: string; required?: boolean | undefined },
): void {
  addText(draft, name, { role: "parameter" });
  if (!isTop || draft.isOutput || !name || name.text === "") return;
  if (draft.parameters.size >= MAX_ITEM_TEXTS || draft.parameters.has(name.text)) return;
  draft.parameters.set(name.text, {
    name: name.text,
    span: toFile(name, { start: 0, end: name.text.length }),
    ...(type !== undefined && { type }),
    ...(required !== undefined && { required }),
  });
}

/** Says of a list of names which parameters must be given. */
export function requireParameters(draft: Draft, names: ReadonlySet<string>): void {
  if (draft.isOutput) return;
  for (const [name, parameter] of draft.parameters) {
    draft.parameters.set(name, { ...parameter, required: names.has(name) });
  }
}

/** Adds a text where there is one and the bounds let it in. */
export function addText(
  draft: Draft,
  value: MappedText | undefined,
  as: { role: SurfaceRole; parameter?: string | undefined },
): void {
  if (!value || value.text === "") return;
  const { left } = draft.reading;
  if (draft.texts.length >= MAX_ITEM_TEXTS || left.texts-- <= 0) {
    draft.reading.cut = true;
    return;
  }
  const { parameter } = as;
  const role = draft.isOutput ? "output" : as.role;
  draft.texts.push(parameter === undefined ? { role, value } : { role, parameter, value });
}

/** The text of a name or other node as it stands. */
export function nodeText(tree: LinkedTree, node: NodeId): MappedText {
  return verbatim(tree.textOf(node), tree.span(node).start);
}

/** Takes the item in, unless it says nothing, or nothing that an earlier one does not say. */
export function finishItem(draft: Draft): void {
  const { reading, owner, node, texts } = draft;
  if (!texts.some((text) => text.role !== "parameter")) return;
  const places = texts.map(({ role, value }) => {
    const { start, end } = toFile(value, { start: 0, end: value.text.length });
    return `${owner}:${role}:${start}:${end}`;
  });
  if (places.every((place) => reading.seen.has(place))) return;
  for (const place of places) reading.seen.add(place);
  const name = texts.find((text) => text.role === "name");
  const { parameters, annotations, handler, server, uri, version, hidden } = draft;
  if (handler !== undefined) reading.handlers.set(reading.items.length, handler);
  reading.items.push({
    owner,
    name: name?.value.text ?? "",
    span: reading.tree.span(node),
    texts,
    ...((owner === "tool" || owner === "prompt") && { parameters: [...parameters.values()] }),
    ...(annotations && { annotations }),
    ...(handler !== undefined && { handler: reading.tree.span(handler) }),
    ...(server && { server }),
    ...(uri !== undefined && { uri }),
    ...(version !== undefined && { version }),
    ...(hidden.size > 0 && { hidden: [...hidden] }),
  });
}
