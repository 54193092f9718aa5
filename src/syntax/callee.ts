// The full name of what an expression refers to, imports and aliases seen through:
// `sp.run` after `import subprocess as sp` is `subprocess.run`.

import { bindingOf } from "./bindings.ts";
import { constantText } from "./constant.ts";
import { TRANSPARENT } from "./transparent.ts";
import type { NodeId, SyntaxTree } from "./tree.ts";

/** Aliases of aliases followed, and members of members. */
const MAX_DEPTH = 12;

/** Calls that give back a callable which does what their first argument does. */
const WRAPPERS = new Set([
  "util.promisify",
  "promisify",
  "functools.partial",
  "functools.partialmethod",
]);

/** Calls whose result is the module that their argument names. */
const LOADERS = new Set(["require", "import", "importlib.import_module", "__import__"]);

/** Units of a callee's end that hold the name of an interop function. */
const MAX_INTEROP = 40;

/** What compilers put around a loaded module, each declared in the file itself. */
const INTEROP =
  /(?:^|\.)(?:__importStar|__importDefault|__toESM|_interopRequire(?:Default|Wildcard))$/;

/** `undefined` where the expression is no name, or one that nothing in the file resolves. */
export function fullName(tree: SyntaxTree, node: NodeId): string | undefined {
  return resolve(tree, node, 0);
}

function resolve(tree: SyntaxTree, node: NodeId, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
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
      return joinNames(resolve(tree, object, depth + 1), tree.textOf(member));
    }
    case "subscript":
    case "subscript_expression": {
      const object = tree.child(node, "value") ?? tree.child(node, "object");
      const index = tree.child(node, "subscript") ?? tree.child(node, "index");
      if (object === undefined || index === undefined) return undefined;
      const member = constantText(tree, index)?.text;
      return member === undefined ? undefined : joinNames(resolve(tree, object, depth + 1), member);
    }
    case "call":
    case "call_expression":
      return resolveCall(tree, node, depth);
    default:
      return undefined;
  }
}

function joinNames(object: string | undefined, member: string): string | undefined {
  if (object === undefined) return undefined;
  return member === "default" ? object : `${object}.${member}`;
}

function resolveName(tree: SyntaxTree, node: NodeId, depth: number): string | undefined {
  const name = tree.textOf(node);
  const binding = bindingOf(tree, node, name);
  switch (binding?.kind) {
    case "import":
      return binding.path;
    case "value":
      return binding.nodes.length === 1 ? resolve(tree, binding.nodes[0]!, depth + 1) : undefined;
    case "member":
      return joinNames(resolve(tree, binding.node, depth + 1), binding.name);
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
  if (LOADERS.has(name)) return constantText(tree, first)?.text.replace(/^node:/, "");
  return undefined;
}
