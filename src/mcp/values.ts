// What an expression stands for, as far as the file itself tells: names followed to their values,
// members of literals, and the entries of a record, whatever a language calls one.

import { bindingOf, constantText, type NodeId, type SyntaxTree } from "../syntax/mod.ts";
import {
  type Declarations,
  type Entry,
  type Reading,
  type RecordEntries,
  spendStep,
} from "./reading.ts";

/** Names followed from one to the next. */
const MAX_HOPS = 12;
/** Records spread into records. */
const MAX_SPREADS = 4;

/** Kinds that stand for the expression inside them. */
const TRANSPARENT = new Set([
  "parenthesized_expression",
  "await_expression",
  "await",
  "as_expression",
  "satisfies_expression",
  "non_null_expression",
  "type_assertion",
  "literal_element",
  "composite_literal",
  "unary_expression",
  "type",
]);

const NAMES = new Set(["identifier", "shorthand_property_identifier", "type_identifier"]);

const MEMBERS = new Set([
  "attribute",
  "member_expression",
  "selector_expression",
  "subscript",
  "subscript_expression",
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
  const { tree } = reading;
  let at = node;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const kind = tree.kind(at);
    let next: NodeId | undefined;
    if (TRANSPARENT.has(kind)) next = insideOf(tree, at);
    else if (NAMES.has(kind)) next = valueOfName(reading, at);
    else if (MEMBERS.has(kind)) next = valueOfMember(reading, at);
    else if (kind === "call_expression") next = identityArgument(tree, at);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function insideOf(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  return tree.child(node, "body") ?? tree.child(node, "operand") ?? tree.firstChild(node);
}

function valueOfName(reading: Reading, node: NodeId): NodeId | undefined {
  const { tree } = reading;
  const name = tree.textOf(node);
  const binding = bindingOf(tree, node, name);
  if (binding?.kind === "value") {
    const [only, ...others] = binding.nodes;
    return only === node || others.length > 0 ? undefined : only;
  }
  if (binding?.kind === "member") {
    return entriesOf(reading, resolveRecord(reading, binding.node)).get(binding.name);
  }
  if (binding?.kind === "import") return undefined;
  return declarationsOf(reading).named.get(name);
}

/** One hop for `a` of `a.b`: enough for a table of constants, and free of recursion. */
function resolveRecord(reading: Reading, node: NodeId): NodeId {
  const { tree } = reading;
  let at = node;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const kind = tree.kind(at);
    let next: NodeId | undefined;
    if (TRANSPARENT.has(kind)) next = insideOf(tree, at);
    else if (kind === "call_expression") next = identityArgument(tree, at);
    else if (NAMES.has(kind)) {
      const name = tree.textOf(at);
      const binding = bindingOf(tree, at, name);
      if (binding?.kind === "value" && binding.nodes.length === 1) next = binding.nodes[0];
      else if (binding?.kind !== "import") next = declarationsOf(reading).named.get(name);
    }
    if (next === undefined || next === at) return at;
    at = next;
  }
  return at;
}

function valueOfMember(reading: Reading, node: NodeId): NodeId | undefined {
  const { tree } = reading;
  if (!spendStep(reading)) return undefined;
  const object = objectOf(tree, node);
  const member = memberName(tree, node);
  if (object === undefined || member === undefined) return undefined;
  // `Tools.READ.value` of a Python enumeration, `Schema.shape` of Zod.
  if ((member === "value" && tree.language === "python") || member === "shape") return object;
  const assigned = declarationsOf(reading).members.get(`${tree.textOf(object)}.${member}`);
  const value = entriesOf(reading, resolveRecord(reading, object)).get(member) ?? assigned;
  return value === node ? undefined : value;
}

function objectOf(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  return tree.child(node, "object") ?? tree.child(node, "operand") ?? tree.child(node, "value");
}

/** `b` of `a.b` and of `a["b"]`. */
export function memberName(tree: SyntaxTree, node: NodeId): string | undefined {
  const member = tree.child(node, "attribute") ?? tree.child(node, "property") ??
    tree.child(node, "field");
  if (member !== undefined) return tree.textOf(member);
  const index = tree.child(node, "subscript") ?? tree.child(node, "index");
  return index === undefined ? undefined : constantText(tree, index)?.text;
}

function identityArgument(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  const name = calleeName(tree, node);
  return name !== undefined && IDENTITIES.has(name) ? argumentsOf(tree, node).at(-1) : undefined;
}

/** The last name of what a call calls: `tool` of `server.tool(…)`, `tool<T>(…)` and `tool(…)`. */
export function calleeName(tree: SyntaxTree, call: NodeId): string | undefined {
  const callee = tree.child(call, "function") ?? tree.child(call, "constructor");
  return callee === undefined ? undefined : lastName(tree, callee);
}

/** `c` of `a.b.c`, and of `c`. */
export function lastName(tree: SyntaxTree, node: NodeId): string | undefined {
  const kind = tree.kind(node);
  if (NAMES.has(kind)) return tree.textOf(node);
  return MEMBERS.has(kind) ? memberName(tree, node) : undefined;
}

/** Arguments by position; a keyword argument of Python is none. */
export function argumentsOf(tree: SyntaxTree, call: NodeId): NodeId[] {
  const list = tree.child(call, "arguments");
  if (list === undefined) return [];
  // A tagged template is its own argument.
  if (tree.kind(list) === "template_string") return [list];
  return [...tree.children(list)].filter((node) => tree.kind(node) !== "keyword_argument");
}

const RECORDS = new Set(["object", "dictionary", "literal_value"]);

export function isRecord(tree: SyntaxTree, node: NodeId): boolean {
  return RECORDS.has(tree.kind(node));
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
      const spread = resolveRecord(reading, inner);
      if (isRecord(tree, spread)) {
        collectEntries(reading, { node: spread, spreads: from.spreads + 1 }, entries);
      }
      continue;
    }
    const entry = entryOf(tree, child);
    if (entry) entries.push(entry);
  }
}

function bodyOf(tree: SyntaxTree, node: NodeId): NodeId | undefined {
  switch (tree.kind(node)) {
    case "object":
    case "dictionary":
    case "literal_value":
    case "argument_list":
    case "arguments":
    case "class_body":
    case "enum_body":
      return node;
    case "call":
      return tree.child(node, "arguments");
    case "class_declaration":
    case "class":
    case "class_definition":
    case "enum_declaration":
      return tree.child(node, "body");
    default:
      return undefined;
  }
}

const METHODS = new Set(["method_definition", "function_definition"]);

function entryOf(tree: SyntaxTree, child: NodeId): Entry | undefined {
  const kind = tree.kind(child);
  if (kind === "shorthand_property_identifier" || kind === "property_identifier") {
    return { key: tree.textOf(child), keyNode: child, value: child };
  }
  if (kind === "expression_statement" || kind === "decorated_definition") {
    const inner = tree.child(child, "definition") ?? tree.firstChild(child);
    return inner === undefined || tree.kind(inner) === "expression_statement"
      ? undefined
      : entryOf(tree, inner);
  }
  const keyNode = tree.child(child, "key") ?? tree.child(child, "name") ??
    tree.child(child, "property") ??
    (kind === "assignment" ? tree.child(child, "left") : undefined);
  if (keyNode === undefined) return undefined;
  const key = keyText(tree, keyNode);
  const value = METHODS.has(kind) ? child : tree.child(child, "value") ??
    (kind === "assignment" ? tree.child(child, "right") : undefined);
  return key === undefined || value === undefined ? undefined : { key, keyNode, value };
}

/** The text of a key as written in an object, a class, a dictionary or a Go literal. */
export function keyText(tree: SyntaxTree, node: NodeId): string | undefined {
  switch (tree.kind(node)) {
    case "property_identifier":
    case "private_property_identifier":
    case "identifier":
    case "field_identifier":
      return tree.textOf(node);
    case "computed_property_name":
    case "literal_element": {
      const inner = tree.firstChild(node);
      if (inner === undefined) return undefined;
      // A bare name is a field of a Go struct, but a constant between brackets.
      return tree.kind(node) === "literal_element" && tree.kind(inner) === "identifier"
        ? tree.textOf(inner)
        : constantText(tree, inner)?.text;
    }
    default:
      return constantText(tree, node)?.text;
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
