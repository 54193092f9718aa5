// Parameters of the functions around an expression: what a caller, and so a model, may choose.

import { bindingOf, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import { callAt, memberOf } from "./calls.ts";

export interface Parameter {
  /** Its type says that it is a number or a truth value. */
  readonly number: boolean;
  /** Its function is given to a call or decorated, as handlers are, or takes a request. */
  readonly handler: boolean;
  /** The function whose parameter it is. */
  readonly function_: NodeId;
}

const FUNCTIONS = new Set([
  "function_definition",
  "lambda",
  "function_declaration",
  "function_expression",
  "generator_function",
  "generator_function_declaration",
  "arrow_function",
  "method_definition",
  "method_declaration",
  "func_literal",
]);

/** Functions around a name, and nodes of a parameter list, that are looked at. */
const MAX_FUNCTIONS = 12;
const MAX_NODES = 400;

const NAMES = new Set(["identifier", "shorthand_property_identifier_pattern"]);
const NUMBER_TYPE = /^:?\s{0,9}(?:int|float|bool|number|boolean|int32|int64|uint|uint32|float64)$/;

type ByName = ReadonlyMap<string, Parameter>;
const known = new WeakMap<SyntaxTree, Map<NodeId, ByName>>();

/** The parameter that a name stands for; `undefined` where it is none. */
export function parameterOf(tree: SyntaxTree, node: NodeId): Parameter | undefined {
  const name = tree.textOf(node);
  if (bindingOf(tree, node, name)?.kind !== "open") return undefined;
  let at = tree.ancestor(node, FUNCTIONS);
  for (let looked = 0; at !== undefined && looked < MAX_FUNCTIONS; looked++) {
    const found = parametersOf(tree, at).get(name);
    if (found) return found;
    at = tree.ancestor(at, FUNCTIONS);
  }
  return undefined;
}

function parametersOf(tree: SyntaxTree, function_: NodeId): ByName {
  let functions = known.get(tree);
  if (!functions) known.set(tree, functions = new Map());
  let found = functions.get(function_);
  if (!found) functions.set(function_, found = read(tree, function_));
  return found;
}

function read(tree: SyntaxTree, function_: NodeId): ByName {
  const found = new Map<string, Parameter>();
  const list = tree.child(function_, "parameters") ?? tree.child(function_, "parameter");
  if (list === undefined) return found;
  const handler = isHandler(tree, function_, list);
  const end = Math.min(tree.next(list), list + MAX_NODES);
  for (let at = list; at < end;) {
    const field = tree.fieldOf(at);
    if (at !== list && (field === "type" || field === "value")) {
      // In a pattern, the value of a pair is the name that it binds.
      if (tree.kind(tree.parent(at)!) !== "pair_pattern") {
        at = tree.next(at);
        continue;
      }
    }
    if (NAMES.has(tree.kind(at))) {
      const type = tree.child(tree.parent(at)!, "type");
      const number = type !== undefined && NUMBER_TYPE.test(tree.textOf(type).slice(0, 40));
      found.set(tree.textOf(at), { number, handler, function_ });
    }
    at++;
  }
  return found;
}

const REQUEST = /Request|CallTool|arguments/;
/** Units of a parameter list that are looked at. */
const MAX_LIST = 400;

/** Calls that give a function the elements of a list, or what came of another call. */
const INNER_CALLS =
  /^(?:map|flatMap|forEach|filter|find|findIndex|some|every|reduce|sort|then|catch|finally|replace|fn|promise|setTimeout)$/i;
const DECORATORS = /tool|prompt|resource|route|mcp|server|app\.|command|\.(?:get|post|put)\b/i;

function isHandler(tree: SyntaxTree, function_: NodeId, list: NodeId): boolean {
  if (REQUEST.test(tree.textOf(list).slice(0, MAX_LIST))) return true;
  const parent = tree.parent(function_);
  if (parent === undefined) return false;
  if (tree.kind(parent) === "decorated_definition") {
    const decorator = tree.firstChild(parent) ?? parent;
    return DECORATORS.test(tree.textOf(decorator).slice(0, MAX_LIST));
  }
  if (tree.kind(parent) !== "arguments") return false;
  const call = callAt(tree, tree.parent(parent) ?? parent);
  return call !== undefined && !INNER_CALLS.test(call.method.slice(0, MAX_LIST));
}

const MODEL_DECORATORS = /(?:^@|\.)(?:tool|prompt|resource|call_tool|read_resource|get_prompt)\b/;
const MODEL_CALLS =
  /^(?:tool|registerTool|addTool|AddTool|prompt|registerPrompt|addPrompt|AddPrompt|resource|registerResource|addResource|AddResource|setRequestHandler)$/;

/** Whether the code runs when a model calls a tool, reads a resource or asks for a prompt. */
export function isForModel(tree: SyntaxTree, node: NodeId): boolean {
  let at = tree.ancestor(node, FUNCTIONS);
  for (let looked = 0; at !== undefined && looked < MAX_FUNCTIONS; looked++) {
    const parent = tree.parent(at);
    if (parent !== undefined && handsToModel(tree, parent)) return true;
    at = tree.ancestor(at, FUNCTIONS);
  }
  return false;
}

function handsToModel(tree: SyntaxTree, parent: NodeId): boolean {
  if (tree.kind(parent) === "decorated_definition") {
    for (const decorator of tree.children(parent)) {
      if (MODEL_DECORATORS.test(tree.textOf(decorator).slice(0, MAX_LIST))) return true;
      if (tree.kind(decorator) !== "decorator") return false;
    }
    return false;
  }
  const call = tree.kind(parent) === "arguments" || tree.kind(parent) === "argument_list"
    ? callAt(tree, tree.parent(parent) ?? parent)
    : undefined;
  return call !== undefined && MODEL_CALLS.test(call.method.slice(0, MAX_LIST));
}

/** Expressions looked at per question. */
const MAX_STEPS = 40;
/** A member of these is the server's own setting. */
const SETTINGS = /config|options|settings|spec|^opts$/i;

/**
 * The parameter that a value is made of, straight or by members, methods and calls; `undefined`
 * where it is made of none, or of a number.
 */
export function parameterIn(tree: SyntaxTree, node: NodeId): Parameter | undefined {
  const queue: NodeId[] = [node];
  const seen = new Set<NodeId>();
  for (let at = queue.pop(); at !== undefined && seen.size < MAX_STEPS; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (tree.kind(at) === "identifier") {
      const parameter = parameterOf(tree, at);
      if (parameter && !OWN.has(tree.textOf(at))) {
        if (parameter.number) return undefined;
        return { ...parameter, handler: parameter.handler && !SETTINGS.test(tree.textOf(at)) };
      }
      const binding = bindingOf(tree, at, tree.textOf(at));
      if (binding?.kind === "value") queue.push(...binding.nodes);
      else if (binding?.kind === "member" || binding?.kind === "element") queue.push(binding.node);
      continue;
    }
    const call = callAt(tree, at);
    if (call) {
      queue.push(...call.positional.slice(0, MAX_STEPS));
      if (call.receiver !== undefined) queue.push(call.receiver);
      continue;
    }
    const object = memberOf(tree, at)?.object ?? tree.child(at, "value");
    if (object !== undefined) queue.push(object);
    else if (!FUNCTIONS.has(tree.kind(at))) queue.push(...firstOf(tree, at));
  }
  return undefined;
}

/** The object at hand is what the server made of itself. */
const OWN = new Set(["self", "cls", "this", "ctx", "context"]);

function firstOf(tree: SyntaxTree, node: NodeId): NodeId[] {
  const first: NodeId[] = [];
  for (const child of tree.children(node)) {
    if (first.push(child) >= MAX_STEPS) break;
  }
  return first;
}
