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
/** Parts put together per path; joins of joins of one name multiply. */
const MAX_PARTS = 200;
/** No system takes longer paths. */
const MAX_LENGTH = 4096;

/** With `/` for every separator; what is too long or too nested stands as `*`. */
export function pathText(tree: SyntaxTree, node: NodeId): string {
  let parts = 0;
  const build = (at: NodeId, depth: number): string => {
    if (depth > MAX_DEPTH || ++parts > MAX_PARTS) return "*";
    const joined = joinedParts(tree, at);
    if (joined) return clip(joined.map((part) => build(part, depth + 1)).join("/"));
    let text = "";
    for (const piece of textPieces(tree, at)) {
      if (piece.kind === "text") text += piece.value.text.slice(0, MAX_LENGTH);
      else text += piece.node === at ? "*" : build(piece.node, depth + 1);
      if (text.length > MAX_LENGTH) break;
    }
    return clip(text);
  };
  return build(node, 0).replaceAll("\\", "/").replace(/\/{2,64}/g, "/");
}

function clip(path: string): string {
  return path.length > MAX_LENGTH ? "*" : path;
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
