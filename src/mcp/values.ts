// What an expression stands for, as far as the file itself tells: names followed to their values,
// members of literals, and the entries of a record, whatever a language calls one.

import { bindingOf, type NodeId, type SyntaxTree, TRANSPARENT } from "../syntax/mod.ts";
import {
  argumentsOf,
  bodyOf,
  calleeName,
  type Entry,
  entryOf,
  isRecord,
  memberName,
  MEMBERS,
  NAMES,
  objectOf,
} from "./expressions.ts";
import { type Declarations, type Reading, type RecordEntries, spendStep } from "./reading.ts";

/** Names followed from one to the next. */
const MAX_HOPS = 12;
/** Records spread into records. */
const MAX_SPREADS = 4;
/** Members of members: `TEXTS.tools.search`. */
const MAX_MEMBERS = 4;

/** Kinds that stand for the expression inside them, Go's literals among them. */
const SEEN_THROUGH: ReadonlySet<string> = new Set([
  ...TRANSPARENT,
  "literal_element",
  "composite_literal",
  "unary_expression",
  "type",
]);

/** Calls that give back their first argument. */
const IDENTITIES = new Set([
  "freeze",
  "seal",
  "assign",
  "defineTool",
  "createTool",
  "defineConfig",
]);

/** The node at the end of names, members and wrappers; a declaration for the name of one. */
export function resolveValue(reading: Reading, node: NodeId): NodeId {
  return follow(reading, node, 0);
}

/** `depth` counts members of members. */
function follow(reading: Reading, node: NodeId, depth: number): NodeId {
  const { tree } = reading;
  let at = node;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const next = NAMES.has(tree.kind(at))
      ? valueOfName(reading, at, depth)
      : MEMBERS.has(tree.kind(at))
      ? valueOfMember(reading, at, depth)
      : insideOf(tree, at);
    if (next === undefined || next === at) return at;
    at = next;
  }
  return at;
}

/** What a wrapper holds: parentheses, `as const`, `&` of Go, `Object.freeze(…)`. */
function insideOf(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  const kind = tree.kind(node);
  if (kind === "call_expression") return identityArgument(tree, node);
  if (!SEEN_THROUGH.has(kind)) return undefined;
  return tree.child(node, "body") ?? tree.child(node, "operand") ?? tree.firstChild(node);
}

function valueOfName(reading: Reading, node: NodeId, depth: number): NodeId | undefined {
  const { tree } = reading;
  const name = tree.textOf(node);
  const binding = bindingOf(tree, node, name);
  switch (binding?.kind) {
    case "value":
      return binding.nodes[0];
    case "member":
      return depth > MAX_MEMBERS
        ? undefined
        : entriesOf(reading, follow(reading, binding.node, depth + 1)).get(binding.name);
    case "import":
      return undefined;
    default:
      return declarationsOf(reading).named.get(name);
  }
}

function valueOfMember(reading: Reading, node: NodeId, depth: number): NodeId | undefined {
  const { tree } = reading;
  if (depth > MAX_MEMBERS || !spendStep(reading)) return undefined;
  const object = objectOf(tree, node);
  const member = memberName(tree, node);
  if (object === undefined || member === undefined) return undefined;
  // `Tools.READ.value` of a Python enumeration, `Schema.shape` of Zod.
  if ((member === "value" && tree.language === "python") || member === "shape") return object;
  return entriesOf(reading, follow(reading, object, depth + 1)).get(member) ??
    declarationsOf(reading).members.get(`${tree.textOf(object)}.${member}`);
}

function identityArgument(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  const name = calleeName(tree, node);
  return name !== undefined && IDENTITIES.has(name) ? argumentsOf(tree, node).at(-1) : undefined;
}

/**
 * Key to value of an object, dictionary, Go literal, class or enumeration body, or of a call's
 * keyword arguments; the last of equal keys, and spread records put in where they are known.
 */
export function entriesOf(reading: Reading, node: NodeId): ReadonlyMap<string, NodeId> {
  return recordOf(reading, node).values;
}

/** The same, in order and with the places of the keys. */
export function entryNodes(reading: Reading, node: NodeId): readonly Entry[] {
  return recordOf(reading, node).inOrder;
}

/** Read once: a table of constants is asked for each of its members. */
function recordOf(reading: Reading, node: NodeId): RecordEntries {
  let record = reading.records.get(node);
  if (!record) {
    const inOrder: Entry[] = [];
    collectEntries(reading, { node, spreads: 0 }, inOrder);
    const values = new Map(inOrder.map(({ key, value }) => [key, value]));
    reading.records.set(node, record = { inOrder, values });
  }
  return record;
}

/** Names and wrappers only: entries must not need the entries of other records. */
function followNames(tree: SyntaxTree, node: NodeId): NodeId {
  let at = node;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const binding = NAMES.has(tree.kind(at)) ? bindingOf(tree, at, tree.textOf(at)) : undefined;
    const next = binding?.kind === "value" ? binding.nodes[0] : insideOf(tree, at);
    if (next === undefined || next === at) return at;
    at = next;
  }
  return at;
}

function collectEntries(
  reading: Reading,
  from: { node: NodeId; spreads: number },
  entries: Entry[],
): void {
  const { tree } = reading;
  const body = bodyOf(tree, from.node);
  if (body === undefined) return;
  for (const child of tree.children(body)) {
    if (!spendStep(reading)) return;
    const kind = tree.kind(child);
    if (kind === "spread_element" || kind === "dictionary_splat") {
      const inner = tree.firstChild(child);
      if (inner === undefined || from.spreads >= MAX_SPREADS) continue;
      const spread = followNames(tree, inner);
      if (isRecord(tree, spread)) {
        collectEntries(reading, { node: spread, spreads: from.spreads + 1 }, entries);
      }
      continue;
    }
    const entry = entryOf(tree, child);
    if (entry) entries.push(entry);
  }
}

const DECLARATIONS = new Set([
  "function_definition",
  "class_definition",
  "function_declaration",
  "class_declaration",
  "enum_declaration",
  "type_spec",
  "assignment_expression",
  "assignment",
]);

/** The file's declarations by name, collected in one pass at first need. */
export function declarationsOf(reading: Reading): Declarations {
  return reading.declarations ??= collectDeclarations(reading.tree);
}

function collectDeclarations(tree: SyntaxTree): Declarations {
  const named = new Map<string, NodeId>();
  const members = new Map<string, NodeId>();
  const several = new Set<string>();
  for (const node of tree.nodesOf(DECLARATIONS)) {
    const left = tree.child(node, "left");
    if (left !== undefined) {
      const value = tree.child(node, "right");
      if (value === undefined || !MEMBERS.has(tree.kind(left))) continue;
      const object = objectOf(tree, left);
      const member = memberName(tree, left);
      if (object !== undefined && member !== undefined && tree.kind(object) === "identifier") {
        members.set(`${tree.textOf(object)}.${member}`, value);
      }
      continue;
    }
    const name = tree.child(node, "name");
    if (name === undefined) continue;
    const text = tree.textOf(name);
    if (named.has(text)) several.add(text);
    named.set(text, node);
  }
  for (const name of several) named.delete(name);
  return { named, members };
}
