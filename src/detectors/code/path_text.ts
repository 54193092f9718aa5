// The path that an expression puts together: literals, concatenation, interpolation, joins and
// Python's `/` operator, with `*` for each part that only a run would tell.

import { fullName, type NodeId, type SyntaxTree, textPieces } from "../../syntax/mod.ts";

const JOINS = new Set([
  "os.path.join",
  "posixpath.join",
  "path.join",
  "path.resolve",
  "path.posix.join",
  "path/posix.join",
  "path/filepath.Join",
  "pathlib.Path",
  "pathlib.PurePath",
]);

const CALLS = new Set(["call", "call_expression"]);

/** Calls that give back the path they are given, in another form. */
const EXPANDERS = new Set([
  "os.path.expanduser",
  "os.path.expandvars",
  "os.path.abspath",
  "os.path.realpath",
  "os.path.normpath",
  "path.normalize",
]);

/** Methods on a path that give the same or a longer path. */
const PATH_METHODS = new Set(["joinpath", "expanduser", "resolve", "absolute"]);

/** Nested joins looked into. */
const MAX_DEPTH = 16;

/** With `/` for every separator; empty where nothing is known. */
export function pathText(tree: SyntaxTree, node: NodeId): string {
  return build(tree, node, 0).replaceAll("\\", "/").replace(/\/{2,64}/g, "/");
}

function build(tree: SyntaxTree, node: NodeId, depth: number): string {
  if (depth > MAX_DEPTH) return "*";
  const parts = joinedParts(tree, node);
  if (parts) return parts.map((part) => build(tree, part, depth + 1)).join("/");
  let text = "";
  for (const piece of textPieces(tree, node)) {
    if (piece.kind === "text") text += piece.value.text;
    else text += piece.node === node ? "*" : build(tree, piece.node, depth + 1);
  }
  return text;
}

/** The parts of a join; `undefined` where the expression joins nothing. */
export function joinedParts(tree: SyntaxTree, node: NodeId): NodeId[] | undefined {
  if (tree.kind(node) === "binary_operator") {
    const operator = tree.child(node, "operator");
    if (operator === undefined || tree.textOf(operator) !== "/") return undefined;
    return [tree.child(node, "left")!, tree.child(node, "right")!];
  }
  if (!CALLS.has(tree.kind(node))) return undefined;
  const callee = tree.child(node, "function");
  const list = tree.child(node, "arguments");
  if (callee === undefined || list === undefined) return undefined;
  const args = [...tree.children(list)];
  const name = fullName(tree, callee);
  if (name !== undefined && (JOINS.has(name) || EXPANDERS.has(name))) return args;
  const member = tree.child(callee, "attribute");
  if (member !== undefined && PATH_METHODS.has(tree.textOf(member))) {
    return [tree.child(callee, "object")!, ...args];
  }
  return undefined;
}
