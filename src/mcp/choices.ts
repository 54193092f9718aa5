// What a parameter or the variable of a loop stands for: what the calls in the file give to it, or
// the elements of the list. Where an item hangs on one of them, it is read once for each.

import type { NodeId } from "../syntax/mod.ts";
import {
  argumentsOf,
  calleeName,
  insideOf,
  isList,
  memberName,
  MEMBERS,
  NAMES,
  objectOf,
} from "./expressions.ts";
import type { LinkedTree } from "./linked_tree.ts";
import { type Reading, spendStep } from "./reading.ts";
import { valuesOf } from "./values.ts";

/** Calls and elements that one name stands for. */
const MAX_SITES = 128;
/** Calls whose arguments are told together; a helper that is called more often says nothing by them. */
const MAX_TOGETHER = 16;
/** Functions around a name that it may be a parameter of. */
const MAX_CLIMB = 12;

const FUNCTIONS = new Set([
  "function_definition",
  "function_declaration",
  "function_expression",
  "generator_function",
  "arrow_function",
  "method_definition",
  "method_declaration",
  "func_literal",
]);

/** A call that gives something to a parameter, or an element that a callback is called with. */
interface Site {
  readonly node: NodeId;
  readonly isElement: boolean;
}

interface Parameter {
  readonly definition: NodeId;
  readonly index: number;
  /** The key that is taken out of what is given: `({ name })`. */
  readonly member?: string;
}

/** Reads once for each thing that the name of an item hangs on; once where it hangs on nothing. */
export function forEachChoice(reading: Reading, name: NodeId | undefined, read: () => void): void {
  const choice = name === undefined ? undefined : choiceOf(reading, name);
  if (!choice || choice.values.length < 2 || reading.chosen.has(choice.key)) return read();
  const { records } = reading;
  for (const value of choice.values) {
    reading.chosen.set(choice.key, value);
    reading.records = new Map();
    read();
  }
  reading.chosen.delete(choice.key);
  reading.records = records;
}

/** The loop's list or the function that decides what a name stands for, and all that it may be. */
function choiceOf(
  reading: Reading,
  name: NodeId,
): { readonly key: NodeId; readonly values: readonly NodeId[] } | undefined {
  const { tree } = reading;
  let at = name;
  for (let hop = 0; hop < MAX_CLIMB && !NAMES.has(tree.kind(at)); hop++) {
    const inner = MEMBERS.has(tree.kind(at)) ? objectOf(tree, at) : insideOf(tree, at)[0];
    if (inner === undefined) return undefined;
    at = inner;
  }
  if (!NAMES.has(tree.kind(at))) return undefined;
  const text = tree.textOf(at);
  const binding = tree.bindingOf(at, text);
  if (binding?.kind === "element") {
    return { key: binding.node, values: elementsOf(reading, binding.node) };
  }
  if (binding?.kind !== "open") return undefined;
  const parameter = parameterOf(tree, at, text);
  if (!parameter) return undefined;
  const { definition } = parameter;
  return { key: definition, values: sitesOf(reading, definition).map(({ node }) => node) };
}

/** The elements of a list, and no others while one of them is chosen. */
export function elementsOf(reading: Reading, list: NodeId, depth = 0): readonly NodeId[] {
  const chosen = reading.chosen.get(list);
  if (chosen !== undefined) return [chosen];
  const { tree } = reading;
  return valuesOf(reading, list, depth)
    .flatMap((value) => isList(tree, value) ? [...tree.children(value)] : [])
    .slice(0, MAX_SITES);
}

/** What the calls of the file give to the parameter `name`; nothing where it is none. */
export function argumentsGiven(reading: Reading, node: NodeId, name: string): readonly NodeId[] {
  const { tree } = reading;
  const parameter = parameterOf(tree, node, name);
  if (!parameter) return [];
  const chosen = reading.chosen.get(parameter.definition);
  const sites = sitesOf(reading, parameter.definition);
  if (chosen === undefined && sites.length > MAX_TOGETHER) return [];
  return sites
    .filter(({ node }) => chosen === undefined || node === chosen)
    .flatMap((site) => {
      const given = site.isElement && parameter.index === 0
        ? site.node
        : argumentAt(tree, site, { ...parameter, name });
      return given === undefined ? [] : [given];
    });
}

function argumentAt(
  tree: LinkedTree,
  { node, isElement }: Site,
  { index, name }: Parameter & { readonly name: string },
): NodeId | undefined {
  if (isElement) return undefined;
  if (tree.language === "python") {
    const list = tree.child(node, "arguments");
    for (const argument of list === undefined ? [] : tree.children(list)) {
      if (tree.kind(argument) !== "keyword_argument") continue;
      const key = tree.child(argument, "name");
      if (key !== undefined && tree.textOf(key) === name) return tree.child(argument, "value");
    }
  }
  return argumentsOf(tree, node)[index];
}

function parameterOf(tree: LinkedTree, node: NodeId, name: string): Parameter | undefined {
  let definition = tree.ancestor(node, FUNCTIONS);
  for (let climbed = 0; definition !== undefined && climbed < MAX_CLIMB; climbed++) {
    const index = indexOf(tree, definition, name);
    if (index !== undefined) return { definition, index };
    definition = tree.ancestor(definition, FUNCTIONS);
  }
  return undefined;
}

/** Parameters of one function that are looked at. */
const MAX_PARAMETERS = 40;

function indexOf(tree: LinkedTree, definition: NodeId, name: string): number | undefined {
  const single = tree.child(definition, "parameter");
  if (single !== undefined) return tree.textOf(single) === name ? 0 : undefined;
  const list = tree.child(definition, "parameters");
  if (list === undefined) return undefined;
  let index = 0;
  for (const parameter of tree.children(list)) {
    if (index > MAX_PARAMETERS) return undefined;
    for (const own of namesIn(tree, parameter)) {
      const text = tree.shortText(own, name.length);
      if (text === name) return index;
      // A method is called without what it is called on.
      if (!(index === 0 && /^(?:self|cls)$/.test(text))) index++;
    }
  }
  return undefined;
}

/** Go declares several names with one type; the others have one name each. */
function namesIn(tree: LinkedTree, parameter: NodeId): readonly NodeId[] {
  if (tree.kind(parameter) === "parameter_declaration") {
    return [...tree.children(parameter)].filter((each) => tree.fieldOf(each) === "name");
  }
  if (NAMES.has(tree.kind(parameter))) return [parameter];
  const name = tree.child(parameter, "pattern") ?? tree.child(parameter, "left") ??
    tree.child(parameter, "name") ?? tree.firstChild(parameter);
  return [name ?? parameter];
}

/** Where the file calls a function, by its name, or what calls it back for each element. */
function sitesOf(reading: Reading, definition: NodeId): readonly Site[] {
  const known = reading.sites.get(definition);
  if (known) return known;
  reading.sites.set(definition, []);
  const found = findSites(reading, definition).slice(0, MAX_SITES);
  reading.sites.set(definition, found);
  return found;
}

function findSites(reading: Reading, definition: NodeId): readonly Site[] {
  const { tree } = reading;
  const list = tree.parent(definition);
  if (list !== undefined && tree.kind(list) === "arguments") {
    const call = tree.parent(list)!;
    const callee = tree.child(call, "function");
    const object = callee === undefined ? undefined : objectOf(tree, callee);
    if (object === undefined || !/^(?:forEach|map|flatMap)$/.test(calleeName(tree, call) ?? "")) {
      return [];
    }
    return elementsOf(reading, object).map((node) => ({ node, isElement: true }));
  }
  const name = nameOf(tree, definition);
  if (name === undefined) return [];
  return (callsOf(reading, definition).get(name) ?? []).map((node) => ({ node, isElement: false }));
}

function nameOf(tree: LinkedTree, definition: NodeId): string | undefined {
  const own = tree.child(definition, "name");
  if (own !== undefined) return tree.textOf(own);
  const up = tree.parent(definition);
  const name = up === undefined ? undefined : tree.child(up, "name") ?? tree.child(up, "key");
  return name === undefined ? undefined : tree.textOf(name);
}

const CALLS = new Set(["call", "call_expression"]);

/** The calls of the file of a node by the last name of what they call, found once. */
function callsOf(reading: Reading, node: NodeId): ReadonlyMap<string, readonly NodeId[]> {
  const { tree } = reading;
  const root = tree.rootOf(node);
  let calls = reading.calls.get(root);
  if (!calls) {
    reading.calls.set(root, calls = new Map());
    for (const call of tree.nodesOf(CALLS, root)) {
      if (!spendStep(reading)) break;
      const callee = tree.child(call, "function");
      const name = callee === undefined
        ? undefined
        : NAMES.has(tree.kind(callee))
        ? tree.textOf(callee)
        : MEMBERS.has(tree.kind(callee))
        ? memberName(tree, callee)
        : undefined;
      if (name === undefined) continue;
      const known = calls.get(name);
      if (!known) calls.set(name, [call]);
      else if (known.length < MAX_SITES) known.push(call);
    }
  }
  return calls;
}
