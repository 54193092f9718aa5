// Functions that nothing outside their file can call: what their callers give them and what they
// give back is known whole. A step of data flow for code that a file keeps to itself, such as
// `run(command)` that is called with constants only.

import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";

interface InnerFunction {
  readonly node: NodeId;
  /** Names of its parameters; `undefined` in the place of a pattern or a rest. */
  readonly parameters: readonly (string | undefined)[];
  readonly calls: readonly NodeId[];
}

/** Uses of one name, and calls of one function, that are looked at. */
const MAX_USES = 40;
/** Functions in a file that are looked at. */
const MAX_FUNCTIONS = 2000;

const DECLARATIONS = new Set(["function_declaration"]);
const FUNCTIONS = new Set([
  "function_declaration",
  "function_expression",
  "arrow_function",
  "method_definition",
  "generator_function",
  "generator_function_declaration",
]);
const NAMES = new Set([
  "identifier",
  "shorthand_property_identifier",
  "shorthand_property_identifier_pattern",
]);

const known = new WeakMap<SyntaxTree, ReadonlyMap<string, InnerFunction>>();

/** Other languages share the functions of a file with its package, or with whoever imports it. */
function functionsOf(tree: SyntaxTree): ReadonlyMap<string, InnerFunction> {
  let found = known.get(tree);
  if (!found) known.set(tree, found = tree.language === "python" ? new Map() : read(tree));
  return found;
}

function read(tree: SyntaxTree): ReadonlyMap<string, InnerFunction> {
  const found = new Map<string, InnerFunction>();
  if (tree.language === "go") return found;
  const declared = new Map<string, NodeId[]>();
  for (const node of tree.nodesOf(DECLARATIONS)) {
    const name = tree.child(node, "name");
    if (name === undefined) continue;
    const text = tree.textOf(name);
    declared.set(text, [...declared.get(text) ?? [], node]);
    if (declared.size > MAX_FUNCTIONS) return found;
  }
  const uses = new Map<string, NodeId[]>();
  for (const node of tree.nodesOf(NAMES)) {
    const text = tree.textOf(node);
    if (!declared.has(text)) continue;
    const nodes = uses.get(text);
    if (!nodes) uses.set(text, [node]);
    else if (nodes.length <= MAX_USES) nodes.push(node);
  }
  for (const [name, [node, ...others]] of declared) {
    if (node === undefined || others.length > 0) continue;
    const calls = callsAmong(tree, uses.get(name) ?? [], node);
    if (calls && calls.length > 0) {
      found.set(name, { node, parameters: parametersOf(tree, node), calls });
    }
  }
  return found;
}

/** The calls; `undefined` where the name is used in any other way, or too often. */
function callsAmong(
  tree: SyntaxTree,
  uses: readonly NodeId[],
  declaration: NodeId,
): NodeId[] | undefined {
  if (uses.length > MAX_USES || tree.kind(tree.parent(declaration)!) === "export_statement") {
    return undefined;
  }
  const calls: NodeId[] = [];
  for (const use of uses) {
    const parent = tree.parent(use);
    if (parent === declaration) continue;
    const isCalled = parent !== undefined && tree.kind(parent) === "call_expression" &&
      tree.fieldOf(use) === "function";
    if (!isCalled) return undefined;
    calls.push(parent);
  }
  return calls;
}

function parametersOf(tree: SyntaxTree, function_: NodeId): (string | undefined)[] {
  const list = tree.child(function_, "parameters");
  if (list === undefined) return [];
  return [...tree.children(list)].slice(0, MAX_USES).map((each) => {
    const name = tree.kind(each) === "identifier" ? each : tree.child(each, "pattern");
    return name !== undefined && tree.kind(name) === "identifier" ? tree.textOf(name) : undefined;
  });
}

/** What the callers of a function give for a parameter; `undefined` where not all are known. */
export function givenValues(
  tree: SyntaxTree,
  { holder, name }: { readonly holder: NodeId; readonly name: string },
): readonly NodeId[] | undefined {
  const function_ = innerFunction(tree, tree.child(holder, "name"));
  if (function_?.node !== holder) return undefined;
  const place = function_.parameters.indexOf(name);
  if (place < 0) return undefined;
  const given: NodeId[] = [];
  for (const call of function_.calls) {
    const list = tree.child(call, "arguments");
    const values = list === undefined ? [] : [...tree.children(list)].slice(0, place + 1);
    if (values.some((value) => tree.kind(value) === "spread_element")) return undefined;
    // One that is left out is undefined.
    if (values[place] !== undefined) given.push(values[place]);
  }
  return given;
}

/** What a call of such a function gives back; `undefined` for any other call. */
export function returnedValues(tree: SyntaxTree, call: NodeId): readonly NodeId[] | undefined {
  const function_ = innerFunction(tree, tree.child(call, "function"));
  if (!function_) return undefined;
  const values: NodeId[] = [];
  const end = tree.next(function_.node);
  for (let at = function_.node + 1; at < end;) {
    if (FUNCTIONS.has(tree.kind(at))) {
      at = tree.next(at);
      continue;
    }
    const value = tree.kind(at) === "return_statement" ? tree.firstChild(at) : undefined;
    if (value !== undefined && values.push(value) > MAX_USES) return undefined;
    at++;
  }
  return values.length === 0 ? undefined : values;
}

function innerFunction(tree: SyntaxTree, name: NodeId | undefined): InnerFunction | undefined {
  if (name === undefined || tree.kind(name) !== "identifier") return undefined;
  return functionsOf(tree).get(tree.textOf(name));
}
