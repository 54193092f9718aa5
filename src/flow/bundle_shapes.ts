// The helpers that bundlers and compilers put in, told by what their bodies do, as minifiers give
// them any name.

import type { Expr, Func, Stmt } from "./ir.ts";

export type Shape =
  /** Gives the module that it is given, or an object that has it as its default. */
  | { readonly is: "passing" }
  /** Makes of a module's function one that runs it once and gives what it exports. */
  | { readonly is: "wrapping" }
  /** Gives an object getters for what a module exports. */
  | { readonly is: "exporting" }
  /** Runs the module of a number or name out of the table under this name. */
  | { readonly is: "requiring"; readonly table: string };

const known = new WeakMap<Func, Shape | "none">();

export function shapeOf(func: Func): Shape | undefined {
  let shape = known.get(func);
  if (shape === undefined) known.set(func, shape = told(func) ?? "none");
  return shape === "none" ? undefined : shape;
}

/** Expressions and statements of a helper; what has more is none. */
const MAX_NODES = 160;
const MAX_PARAMS = 4;

function told({ params, body }: Func): Shape | undefined {
  if (params.length === 0 || params.length > MAX_PARAMS) return undefined;
  const [first, second] = params.map(({ target }) => target.k === "name" ? target.name : "");
  const nodes = first === "" ? undefined : nodesOf(body);
  if (!nodes) return undefined;
  const some = (is: (node: Node) => boolean): boolean => nodes.some(is);
  const table = nodes.map((node) => tableAsked(node, first!)).find((name) => name !== undefined);
  if (table !== undefined && some(isNewModule)) return { is: "requiring", table };
  if (some(isNewModule) && some((node) => runsMember(node, first!))) return { is: "wrapping" };
  if (second !== undefined && some((node) => isLoopOver(node, second))) {
    if (some((node) => isGetter(node, second))) return { is: "exporting" };
  }
  return some((node) => asksKind(node, first!)) ? { is: "passing" } : undefined;
}

type Node = Expr | Stmt;

/** Without recursion; nothing where there are too many. */
function nodesOf(body: readonly Stmt[]): Node[] | undefined {
  const nodes: Node[] = [];
  const open: object[] = [body];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("e" in node || "s" in node) nodes.push(node as Node);
    if (nodes.length > MAX_NODES) return undefined;
    for (const key in node) {
      const inner = (node as Readonly<Record<string, unknown>>)[key];
      if (typeof inner === "object" && inner !== null && key !== "at") open.push(inner);
    }
  }
  return nodes;
}

/** `{ exports: {} }` */
function isNewModule(node: Node): boolean {
  if (!("e" in node) || node.e !== "record") return false;
  return node.entries.some(({ key, value }) =>
    key === "exports" && value.e === "record" && value.entries.length === 0
  );
}

/** `table[id](module, module.exports, require)`, `table[id].call(module.exports, …)`. */
function tableAsked(node: Node, id: string): string | undefined {
  if (!("e" in node) || node.e !== "call" || node.args.length < 2) return undefined;
  const { callee } = node;
  const asked = callee.e === "member" && callee.name === "call" ? callee.object : callee;
  if (asked.e !== "index" || asked.object.e !== "name" || asked.index?.e !== "name") {
    return undefined;
  }
  const givesExports = node.args.some(({ value }) =>
    value.e === "member" && value.name === "exports"
  );
  return asked.index.name === id && givesExports ? asked.object.name : undefined;
}

/** `wrapped(module.exports, module)`, `wrapped[names(wrapped)[0]](…)`. */
function runsMember(node: Node, wrapped: string): boolean {
  if (!("e" in node) || node.e !== "call" || node.args.length !== 2) return false;
  const { callee } = node;
  const last = callee.e === "sequence" ? callee.values.at(-1)! : callee;
  const called = last.e === "index" ? last.object : last;
  const [given] = node.args;
  return called.e === "name" && called.name === wrapped &&
    given!.value.e === "member" && given!.value.name === "exports";
}

const KEYS = /^(?:keys|getOwnPropertyNames)$/;

/** `for (name in all)`, `for (name of Object.keys(all))`. */
function isLoopOver(node: Node, all: string): boolean {
  if (!("s" in node) || node.s !== "for") return false;
  const { iterable } = node;
  if (iterable.e === "name") return iterable.name === all;
  const [first] = iterable.e === "call" ? iterable.args : [];
  return iterable.e === "call" && iterable.callee.e === "member" &&
    KEYS.test(iterable.callee.name) && first?.value.e === "name" && first.value.name === all;
}

/** `{ get: all[name] }` */
function isGetter(node: Node, all: string): boolean {
  if (!("e" in node) || node.e !== "record") return false;
  return node.entries.some(({ key, value }) =>
    key === "get" && value.e === "index" && value.object.e === "name" && value.object.name === all
  );
}

const ES_MODULE = "__esModule";

/** `module.__esModule`, `mark({}, "__esModule", …)` */
function asksKind(node: Node, module: string): boolean {
  if (!("e" in node)) return false;
  if (node.e === "member") {
    return node.name === ES_MODULE && node.object.e === "name" && node.object.name === module;
  }
  if (node.e !== "call") return false;
  const [target, name] = node.args;
  return target?.value.e === "record" && target.value.entries.length === 0 &&
    name?.value.e === "const" && name.value.text === ES_MODULE;
}
