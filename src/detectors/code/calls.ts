// Calls as rules ask about them: what is called, imports, aliases and fields seen through, and with
// which arguments. Each call of a tree is looked at once, however many rules ask.

import {
  bindingOf,
  constantText,
  fullName,
  type NodeId,
  type SyntaxTree,
  TRANSPARENT,
} from "../../syntax/mod.ts";

export interface Call {
  readonly tree: SyntaxTree;
  readonly node: NodeId;
  /** As resolved: `subprocess.run`, `child_process.exec`; empty where nothing resolves it. */
  readonly callee: string;
  /** The last part of the callee as it stands: `exec` of `connection.exec`. */
  readonly method: string;
  /** What a method is called on. */
  readonly receiver: NodeId | undefined;
  readonly positional: readonly NodeId[];
  readonly keywords: ReadonlyMap<string, NodeId>;
}

/** Node types of calls, by grammar: with `new`, a class is called too. */
export const CALL_NODES = {
  python: ["call"],
  javascript: ["call_expression", "new_expression"],
  typescript: ["call_expression", "new_expression"],
  tsx: ["call_expression", "new_expression"],
  go: ["call_expression"],
} as const;

const CALL_KINDS = new Set<string>(Object.values(CALL_NODES).flat());

const known = new WeakMap<SyntaxTree, Map<NodeId, Call | undefined>>();

/** The call at `node`; `undefined` where there is none. */
export function callAt(tree: SyntaxTree, node: NodeId): Call | undefined {
  let calls = known.get(tree);
  if (!calls) known.set(tree, calls = new Map());
  if (!calls.has(node)) calls.set(node, read(tree, node));
  return calls.get(node);
}

function read(tree: SyntaxTree, node: NodeId): Call | undefined {
  if (!CALL_KINDS.has(tree.kind(node))) return undefined;
  const target = tree.child(node, "function") ?? tree.child(node, "constructor");
  const list = tree.child(node, "arguments");
  if (target === undefined || list === undefined) return undefined;
  if (tree.kind(list) === "template_string") return tagged(tree, { node, target, template: list });
  const member = memberOf(tree, target);
  return {
    tree,
    node,
    callee: calleeName(tree, target),
    method: tree.textOf(member?.name ?? target),
    receiver: member?.object,
    ...argumentsOf(tree, list),
  };
}

/** A template behind a call, as in execa({ shell: true })`ls`: its text comes before the options. */
function tagged(
  tree: SyntaxTree,
  { node, target, template }: { node: NodeId; target: NodeId; template: NodeId },
): Call | undefined {
  const options = callAt(tree, target);
  return options && { ...options, node, positional: [template, ...options.positional] };
}

function argumentsOf(tree: SyntaxTree, list: NodeId): Pick<Call, "positional" | "keywords"> {
  const positional: NodeId[] = [];
  const keywords = new Map<string, NodeId>();
  for (const argument of tree.children(list)) {
    if (tree.kind(argument) === "keyword_argument") {
      const name = tree.child(argument, "name");
      const value = tree.child(argument, "value");
      if (name !== undefined && value !== undefined) keywords.set(tree.textOf(name), value);
    } else positional.push(argument);
  }
  return { positional, keywords };
}

export interface Member {
  readonly object: NodeId;
  readonly name: NodeId;
}

/** The parts of `object.name`; `undefined` for anything else. */
export function memberOf(tree: SyntaxTree, node: NodeId): Member | undefined {
  const object = tree.child(node, "object") ?? tree.child(node, "operand");
  const name = tree.child(node, "attribute") ?? tree.child(node, "property") ??
    tree.child(node, "field");
  return object === undefined || name === undefined ? undefined : { object, name };
}

const SELVES = new Set(["this", "self", "cls"]);

/** `(0, eval)` is `eval` out of its scope. */
const LAST_OF_SEQUENCE = /^\(\s{0,9}0\s{0,9},\s{0,9}([\w$]{1,40})\s{0,9}\)$/;
const LONGEST_SEQUENCE = 80;

function calleeName(tree: SyntaxTree, target: NodeId): string {
  const name = fullName(tree, target);
  if (name !== undefined) return name;
  const [value, ...others] = fieldValues(tree, target);
  if (value !== undefined && others.length === 0) return fullName(tree, value) ?? "";
  if (tree.kind(target) !== "parenthesized_expression") return "";
  const { start, end } = tree.span(target);
  if (end - start > LONGEST_SEQUENCE) return "";
  return LAST_OF_SEQUENCE.exec(tree.textOf(target))?.[1] ?? "";
}

/** What a field of the object at hand (`this.x`, `self.x`) is given anywhere in the file. */
export function fieldValues(tree: SyntaxTree, node: NodeId): readonly NodeId[] {
  const member = memberOf(tree, node);
  if (!member || !SELVES.has(tree.textOf(member.object))) return [];
  return fieldsOf(tree).get(tree.textOf(member.name)) ?? [];
}

const FIELDS = new Set(["public_field_definition", "field_definition"]);
const ASSIGNMENTS = new Set(["assignment", "assignment_expression"]);
const fields = new WeakMap<SyntaxTree, Map<string, NodeId[]>>();

function fieldsOf(tree: SyntaxTree): Map<string, NodeId[]> {
  let found = fields.get(tree);
  if (found) return found;
  fields.set(tree, found = new Map());
  for (const node of tree.nodesOf(new Set([...FIELDS, ...ASSIGNMENTS]))) {
    const left = tree.child(node, "left");
    const member = left === undefined ? undefined : memberOf(tree, left);
    const own = member && SELVES.has(tree.textOf(member.object)) ? member.name : undefined;
    const name = own ?? tree.child(node, "name") ?? tree.child(node, "property");
    const value = tree.child(node, "value") ?? tree.child(node, "right");
    if (name === undefined || value === undefined) continue;
    const values = found.get(tree.textOf(name));
    if (values) values.push(value);
    else found.set(tree.textOf(name), [value]);
  }
  return found;
}

/** Names of names followed. */
const MAX_NAMES = 6;

/** The expression that `node` stands for: itself, or the one value that its name was given. */
export function valueOf(tree: SyntaxTree, node: NodeId): NodeId {
  let at = node;
  for (let followed = 0; followed < MAX_NAMES; followed++) {
    const kind = tree.kind(at);
    const inner = WRAPPERS.has(kind) ? tree.firstChild(at) : undefined;
    if (inner !== undefined) {
      at = inner;
      continue;
    }
    const binding = kind === "identifier" ? bindingOf(tree, at, tree.textOf(at)) : undefined;
    const values = binding?.kind === "value" ? binding.nodes : fieldValues(tree, at);
    if (values.length !== 1) break;
    at = values[0]!;
  }
  return at;
}

const WRAPPERS: ReadonlySet<string> = new Set([
  ...TRANSPARENT,
  "list_splat",
  "spread_element",
  "variadic_argument",
  "literal_element",
]);

const LISTS = new Set(["list", "array", "tuple"]);

/** The elements of a list that stands in the file, under a name or not; `undefined` for no list. */
export function elementsOf(tree: SyntaxTree, node: NodeId): NodeId[] | undefined {
  const list = valueOf(tree, node);
  if (LISTS.has(tree.kind(list))) return [...tree.children(list)];
  const body = tree.kind(list) === "composite_literal" ? tree.child(list, "body") : undefined;
  if (body === undefined || tree.kind(tree.child(list, "type") ?? list) !== "slice_type") {
    return undefined;
  }
  return [...tree.children(body)].map((element) => tree.firstChild(element) ?? element);
}

const mentioned = new WeakMap<SyntaxTree, Map<string, boolean>>();

/** True where the file holds `word`, asked of it once. */
export function mentions(tree: SyntaxTree, word: string): boolean {
  let words = mentioned.get(tree);
  if (!words) mentioned.set(tree, words = new Map());
  let found = words.get(word);
  if (found === undefined) words.set(word, found = tree.text.includes(word));
  return found;
}

const GROWING = new Set(["append", "extend", "insert", "push", "unshift", "splice"]);
const grown = new WeakMap<SyntaxTree, Set<string>>();

/** True for the name of a list that is added to somewhere in the file. */
export function isGrown(tree: SyntaxTree, node: NodeId): boolean {
  if (tree.kind(node) !== "identifier") return false;
  let names = grown.get(tree);
  if (!names) {
    grown.set(tree, names = new Set());
    for (const each of tree.nodesOf(CALL_KINDS)) {
      const target = tree.child(each, "function");
      const member = target === undefined ? undefined : memberOf(tree, target);
      if (member && GROWING.has(tree.textOf(member.name))) names.add(tree.textOf(member.object));
    }
  }
  return names.has(tree.textOf(node));
}

const OBJECTS = new Set(["object", "dictionary"]);
/** Options put together from others: so many properties and spreads are looked at. */
const MAX_PROPERTIES = 100;

/** The value of `name` in the options of a call: a keyword, or a property of an object. */
export function optionOf(call: Call, name: string): NodeId | undefined {
  const given = call.keywords.get(name);
  if (given !== undefined) return given;
  let seen = 0;
  const queue = call.positional.toReversed().slice(0, MAX_NAMES);
  for (let at = queue.shift(); at !== undefined && seen < MAX_PROPERTIES; at = queue.shift()) {
    const options = valueOf(call.tree, unsplat(call.tree, at));
    if (!OBJECTS.has(call.tree.kind(options))) continue;
    for (const property of call.tree.children(options)) {
      if (++seen > MAX_PROPERTIES) break;
      const found = propertyNamed(call.tree, property, name);
      if (found !== undefined) return found;
      if (SPREADS.has(call.tree.kind(property))) queue.push(property);
    }
  }
  return undefined;
}

const SPREADS = new Set(["spread_element", "dictionary_splat"]);

function unsplat(tree: SyntaxTree, node: NodeId): NodeId {
  return tree.kind(node) === "dictionary_splat" ? tree.firstChild(node) ?? node : node;
}

function propertyNamed(tree: SyntaxTree, property: NodeId, name: string): NodeId | undefined {
  if (tree.kind(property) === "shorthand_property_identifier") {
    return tree.textOf(property) === name ? property : undefined;
  }
  const key = tree.child(property, "key");
  if (key === undefined) return undefined;
  const { start, end } = tree.span(key);
  const quoted = end - start <= name.length + 2 ? tree.textOf(key).replaceAll(/["']/g, "") : "";
  return quoted === name ? tree.child(property, "value") : undefined;
}

/** Kinds of a value that switches nothing on. */
const FALSES = new Set(["false", "none", "null", "undefined"]);

/** `on` and `off` where an option stands as a constant, `open` where only a run would tell. */
export function switchOf(tree: SyntaxTree, option: NodeId | undefined): "on" | "off" | "open" {
  if (option === undefined) return "off";
  const value = valueOf(tree, option);
  const kind = tree.kind(value).toLowerCase();
  if (FALSES.has(kind)) return "off";
  if (kind === "true") return "on";
  const text = constantText(tree, value)?.text;
  return text === undefined ? "open" : text === "" || text === "0" ? "off" : "on";
}
