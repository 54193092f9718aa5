// What an expression may stand for, as far as the file itself tells: names followed to their values,
// members of literals, every branch of a choice, and the entries of a record, whatever a language
// calls one. Each alternative counts: the harmless one must not hide the other.

import type { NodeId } from "../syntax/mod.ts";
import { argumentsGiven, elementsOf } from "./choices.ts";
import { assignedTo, declarationsOf } from "./declarations.ts";
import {
  argumentsOf,
  bodyOf,
  calleeName,
  type Entry,
  entryOf,
  fieldKey,
  insideOf,
  isRecord,
  known,
  memberName,
  MEMBERS,
  NAMES,
  objectOf,
} from "./expressions.ts";
import type { LinkedTree } from "./linked_tree.ts";
import { importedValues, memberOfModule, packageValues } from "./modules.ts";
import { type Entries, type Reading, type RecordEntries, spendStep } from "./reading.ts";

/** Alternatives of one expression; a list that a loop runs over has the most. */
const MAX_VALUES = 64;
/** Names, members, wrappers and choices on the way to them. */
const MAX_HOPS = 128;
/** Members of members (`TEXTS.tools.search`) and records spread into records. */
const MAX_DEPTH = 4;

/**
 * The nodes at the end of names, members, wrappers and choices, in order; at least one. `depth`
 * counts detours, such as lists whose elements are lists.
 */
export function valuesOf(reading: Reading, node: NodeId, depth = 0): readonly NodeId[] {
  const values = follow(reading, node, depth);
  return values.length === 0 ? [node] : values;
}

/** `depth` counts members of members. */
function follow(reading: Reading, node: NodeId, depth: number): readonly NodeId[] {
  const values: NodeId[] = [];
  const seen = new Set<NodeId>();
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const next = seen.size > MAX_HOPS ? [] : stepsFrom(reading, at, depth);
    if (next.length === 0) values.push(at);
    for (const each of next.toReversed()) open.push(each);
    if (values.length >= MAX_VALUES) {
      reading.cut ||= open.length > 0;
      break;
    }
  }
  return values;
}

/** What one step further is; nothing at an end. */
function stepsFrom(reading: Reading, node: NodeId, depth: number): readonly NodeId[] {
  const { tree } = reading;
  const kind = tree.kind(node);
  if (NAMES.has(kind)) return valuesOfName(reading, node, depth);
  if (MEMBERS.has(kind)) return valuesOfMember(reading, node, depth);
  const field = (name: string): NodeId | undefined => tree.child(node, name);
  switch (kind) {
    case "ternary_expression":
      return known(field("consequence"), field("alternative"));
    case "conditional_expression": {
      const [first, , second] = [...tree.children(node)];
      return known(first, second);
    }
    case "binary_expression":
    case "boolean_operator": {
      const operator = field("operator");
      const sign = operator === undefined ? "" : tree.textOf(operator);
      if (sign === "&&" || sign === "and") return known(field("right"));
      return ["||", "??", "or"].includes(sign) ? known(field("left"), field("right")) : [];
    }
    default:
      return insideOf(tree, node);
  }
}

function valuesOfName(reading: Reading, node: NodeId, depth: number): readonly NodeId[] {
  const { tree } = reading;
  const name = tree.textOf(node);
  const binding = tree.bindingOf(node, name);
  if (depth > MAX_DEPTH || !spendStep(reading)) return [];
  switch (binding?.kind) {
    case "value":
      return binding.nodes;
    case "element":
      return elementsOf(reading, binding.node, depth + 1);
    case "member":
      return memberOfModule(reading, { object: binding.node, member: binding.name }) ??
        recordOf(reading, binding.node, depth + 1).values.get(binding.name) ?? [];
    case "import":
      return importedValues(reading, { node, path: binding.path });
    case undefined: {
      const declared = declarationsOf(reading, node).named.get(name);
      return declared === undefined ? packageValues(reading, node, name) : [declared];
    }
    default: {
      const declared = declarationsOf(reading, node).named.get(name);
      return declared === undefined ? argumentsGiven(reading, node, name) : [declared];
    }
  }
}

function valuesOfMember(reading: Reading, node: NodeId, depth: number): readonly NodeId[] {
  const { tree } = reading;
  const object = objectOf(tree, node);
  const member = memberName(tree, node);
  if (depth > MAX_DEPTH || !spendStep(reading)) return [];
  if (object === undefined || member === undefined) return [];
  // `Tools.READ.value` of a Python enumeration, `Schema.shape` of Zod.
  if (member === "value" && tree.language === "python") return [object];
  if (member === "shape") {
    return follow(reading, object, depth + 1).map((each) => tableOf(tree, each));
  }
  return memberOfModule(reading, { object, member }) ??
    recordOf(reading, object, depth + 1).values.get(fieldKey(tree, member)) ??
    assignedTo(reading, object, member);
}

/** The record that `z.object({…})` is made of; any other node as it is. */
function tableOf(tree: LinkedTree, node: NodeId): NodeId {
  if (tree.kind(node) !== "call_expression" || !/bject$/.test(calleeName(tree, node) ?? "")) {
    return node;
  }
  const [table] = argumentsOf(tree, node);
  return table !== undefined && isRecord(tree, table) ? table : node;
}

/**
 * Key to values of what `node` may stand for: objects, dictionaries, Go literals, bodies of classes
 * and enumerations, keyword arguments of a call. Of equal keys the last counts, and all of them
 * where a choice or a later assignment decides.
 */
export function entriesOf(reading: Reading, node: NodeId): Entries {
  return recordOf(reading, node).values;
}

/** The same with the places of the keys, and the records themselves; `depth` counts detours. */
export function recordOf(reading: Reading, node: NodeId, depth = 0): RecordEntries {
  const read = reading.records.get(node);
  if (read) return read;
  if (depth > MAX_DEPTH) return NOTHING;
  const record: OpenRecord = { nodes: [], inOrder: [], values: new Map() };
  // Taken in before it is filled: a record that spreads itself comes to an end.
  reading.records.set(node, record);
  for (const value of collectEntries(reading, { node, depth, certain: true }, record)) {
    record.nodes.push(value);
  }
  return record;
}

const NOTHING: RecordEntries = { nodes: [], inOrder: [], values: new Map() };

interface OpenRecord {
  readonly nodes: NodeId[];
  readonly inOrder: Entry[];
  readonly values: Map<string, NodeId[]>;
}

/** Gives the nodes that have entries. */
function collectEntries(
  reading: Reading,
  from: { node: NodeId; depth: number; certain: boolean },
  record: OpenRecord,
): NodeId[] {
  const { tree } = reading;
  const values = follow(reading, from.node, from.depth);
  const certain = from.certain && values.length === 1;
  const found: NodeId[] = [];
  for (const value of values) {
    const body = bodyOf(tree, value);
    if (body === undefined) continue;
    found.push(value);
    for (const child of tree.children(body)) {
      if (!spendStep(reading)) return found;
      if (SPREADS.has(tree.kind(child))) {
        const node = tree.firstChild(child);
        if (node === undefined || from.depth >= MAX_DEPTH) continue;
        collectEntries(reading, { node, depth: from.depth + 1, certain }, record);
        continue;
      }
      const entry = entryOf(tree, child);
      if (entry) addEntry(record, entry, certain);
    }
    for (const entry of declarationsOf(reading, value).assigned.get(value) ?? []) {
      addEntry(record, entry, false);
    }
  }
  return found;
}

const SPREADS = new Set(["spread_element", "dictionary_splat"]);

function addEntry(record: OpenRecord, entry: Entry, certain: boolean): void {
  record.inOrder.push(entry);
  const before = certain ? undefined : record.values.get(entry.key);
  if (before) before.push(entry.value);
  else record.values.set(entry.key, [entry.value]);
}
