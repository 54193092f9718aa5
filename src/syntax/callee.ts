// The full name of what an expression refers to, imports and aliases seen through:
// `sp.run` after `import subprocess as sp` is `subprocess.run`.

import { bindingOf } from "./bindings.ts";
import { constantText } from "./constant.ts";
import { TRANSPARENT } from "./transparent.ts";
import type { NodeId, SyntaxTree } from "./tree.ts";

/** Aliases of aliases followed, and members of members. */
const MAX_DEPTH = 12;

/** No function of a library has a longer name. */
const MAX_NAME = 200;

/** Calls that give back a callable which does what their first argument does. */
const WRAPPERS = new Set([
  "util.promisify",
  "promisify",
  "functools.partial",
  "functools.partialmethod",
]);

/** Calls whose result is the module that their argument names. */
const LOADERS = new Set([
  "require",
  "module.require",
  "import",
  "importlib.import_module",
  "__import__",
]);

/** Objects whose members are the names that every file knows. */
const GLOBAL_OBJECTS = {
  python: new Set(["builtins", "__builtins__"]),
  script: new Set(["globalThis", "window", "global", "self"]),
} as const;

/** Units of a callee's end that hold the name of an interop function. */
const MAX_INTEROP = 40;

/** What compilers put around a loaded module, each declared in the file itself. */
const INTEROP =
  /(?:^|\.)(?:__importStar|__importDefault|__toESM|_interopRequire(?:Default|Wildcard))$/;

/** `undefined` where the expression is no name, or one that nothing in the file resolves. */
export function fullName(tree: SyntaxTree, node: NodeId): string | undefined {
  return resolve(tree, node, 0);
}

/** By node and depth; a function of these alone. */
const known = new WeakMap<SyntaxTree, Map<number, string | undefined>>();

/** What leads on to a node is asked for many times, and answered once. */
function resolve(tree: SyntaxTree, node: NodeId, depth: number): string | undefined {
  if (depth === 0) return work(tree, node, depth);
  if (depth > MAX_DEPTH) return undefined;
  let names = known.get(tree);
  if (!names) known.set(tree, names = new Map());
  const key = node * (MAX_DEPTH + 1) + depth;
  let name = names.get(key);
  if (name === undefined && !names.has(key)) names.set(key, name = work(tree, node, depth));
  return name;
}

function work(tree: SyntaxTree, node: NodeId, depth: number): string | undefined {
  const kind = tree.kind(node);
  if (TRANSPARENT.has(kind)) {
    const inner = tree.child(node, "expression") ?? tree.firstChild(node);
    return inner === undefined ? undefined : resolve(tree, inner, depth + 1);
  }
  switch (kind) {
    case "identifier":
      return resolveName(tree, node, depth);
    case "import":
      return "import";
    case "sequence_expression": {
      // `(0, child_process_1.exec)(…)`, as compilers write it.
      const last = [...tree.children(node)].at(-1);
      return last === undefined ? undefined : resolve(tree, last, depth + 1);
    }
    case "attribute":
    case "member_expression":
    case "selector_expression": {
      const object = tree.child(node, "object") ?? tree.child(node, "operand");
      const member = tree.child(node, "attribute") ?? tree.child(node, "property") ??
        tree.child(node, "field");
      if (object === undefined || member === undefined) return undefined;
      return joinNames(tree, resolve(tree, object, depth + 1), tree.textOf(member));
    }
    case "subscript":
    case "subscript_expression": {
      const object = tree.child(node, "value") ?? tree.child(node, "object");
      const index = tree.child(node, "subscript") ?? tree.child(node, "index");
      if (object === undefined || index === undefined) return undefined;
      const member = constantText(tree, index)?.text;
      return member === undefined
        ? undefined
        : joinNames(tree, resolve(tree, object, depth + 1), member);
    }
    case "assignment_expression":
    case "named_expression": {
      const value = tree.child(node, "right") ?? tree.child(node, "value");
      return value === undefined ? undefined : resolve(tree, value, depth + 1);
    }
    case "call":
    case "call_expression":
      return resolveCall(tree, node, depth);
    default:
      return undefined;
  }
}

function joinNames(
  tree: SyntaxTree,
  object: string | undefined,
  member: string,
): string | undefined {
  if (object === undefined || object.length + member.length > MAX_NAME) return undefined;
  if (isGlobalObject(tree, object)) return member;
  return member === "default" ? object : `${object}.${member}`;
}

function isGlobalObject({ language }: SyntaxTree, name: string): boolean {
  if (language === "go") return false;
  return GLOBAL_OBJECTS[language === "python" ? "python" : "script"].has(name);
}

function resolveName(tree: SyntaxTree, node: NodeId, depth: number): string | undefined {
  const name = tree.textOf(node);
  const binding = bindingOf(tree, node, name);
  switch (binding?.kind) {
    case "import":
      return binding.path.replace(/^builtins\./, "");
    case "value":
      return binding.nodes.length === 1 ? resolve(tree, binding.nodes[0]!, depth + 1) : undefined;
    case "member":
      return joinNames(tree, resolve(tree, binding.node, depth + 1), binding.name);
    case "element":
    case "open":
      return undefined;
    case undefined:
      // Bound nowhere in the file: a global, such as `eval` or `require`.
      return name;
  }
}

function resolveCall(tree: SyntaxTree, node: NodeId, depth: number): string | undefined {
  const callee = tree.child(node, "function");
  const list = tree.child(node, "arguments");
  if (callee === undefined || list === undefined) return undefined;
  const first = tree.firstChild(list);
  if (first === undefined) return undefined;
  if (INTEROP.test(tree.textOf(callee).slice(-MAX_INTEROP))) return resolve(tree, first, depth + 1);
  const name = resolve(tree, callee, depth + 1);
  if (name === undefined) return undefined;
  if (name === "module.createRequire") return "require";
  if (WRAPPERS.has(name)) return resolve(tree, first, depth + 1);
  if (name === "getattr" && tree.language === "python") {
    const [object, member] = tree.children(list);
    const text = member === undefined ? undefined : constantText(tree, member)?.text;
    return text === undefined
      ? undefined
      : joinNames(tree, resolve(tree, object!, depth + 1), text);
  }
  if (LOADERS.has(name)) return constantText(tree, first)?.text.replace(/^node:/, "");
  return undefined;
}
