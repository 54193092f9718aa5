// The path that an expression puts together: literals, concatenation, interpolation, joins and
// Python's `/` operator, with `*` for each part that only a run would tell.

import {
  fullName,
  literalPieces,
  type NodeId,
  type SyntaxTree,
  textPieces,
} from "../../syntax/mod.ts";

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
/** No system takes longer paths. */
const MAX_LENGTH = 4096;
/** Units of paths remembered per tree before all are forgotten, and what each costs besides. */
const MAX_REMEMBERED = 1 << 22;
const ENTRY = 32;

interface Memory {
  readonly paths: Map<number, string>;
  units: number;
}

/** By node and depth; a function of these alone, so that forgetting changes no answer. */
const memories = new WeakMap<SyntaxTree, Memory>();

/** With `/` for every separator; what is too long or too nested stands as `*`. */
export function pathText(tree: SyntaxTree, node: NodeId): string {
  let memory = memories.get(tree);
  if (!memory) memories.set(tree, memory = { paths: new Map(), units: 0 });
  const path = pathAt({ tree, memory }, node, 0);
  return path.includes("\\") || path.includes("//")
    ? path.replaceAll("\\", "/").replace(/\/{2,64}/g, "/")
    : path;
}

interface Place {
  readonly tree: SyntaxTree;
  readonly memory: Memory;
}

/** A name that stands in many paths, or many times in one, is put together once. */
function pathAt(place: Place, node: NodeId, depth: number): string {
  if (depth > MAX_DEPTH) return "*";
  const [piece, ...others] = literalPieces(place.tree, node) ?? [];
  // Most are a text and nothing else.
  if (piece?.kind === "text" && others.length === 0 && piece.value.text.length <= MAX_LENGTH) {
    return piece.value.text;
  }
  const { paths } = place.memory;
  const key = node * (MAX_DEPTH + 1) + depth;
  let path = paths.get(key);
  if (path === undefined) {
    path = build(place, node, depth);
    place.memory.units += ENTRY + path.length;
    if (place.memory.units > MAX_REMEMBERED) {
      paths.clear();
      place.memory.units = 0;
    }
    paths.set(key, path);
  }
  return path;
}

function build(place: Place, node: NodeId, depth: number): string {
  const { tree } = place;
  const joined = joinedParts(tree, node);
  const pieces = joined ?? textPieces(tree, node);
  let path = "";
  for (const [i, piece] of pieces.entries()) {
    if (joined && i > 0) path += "/";
    if (typeof piece === "number") path += pathAt(place, piece, depth + 1);
    else if (piece.kind === "text") path += piece.value.text.slice(0, MAX_LENGTH + 1);
    else path += piece.node === node ? "*" : pathAt(place, piece.node, depth + 1);
    if (path.length > MAX_LENGTH) return "*";
  }
  return path;
}

/** The parts of a join; `undefined` where the expression joins nothing. */
export function joinedParts(tree: SyntaxTree, node: NodeId): NodeId[] | undefined {
  if (tree.kind(node) === "binary_operator") {
    const operator = tree.child(node, "operator");
    if (operator === undefined || tree.textOf(operator) !== "/") return undefined;
    const left = tree.child(node, "left");
    const right = tree.child(node, "right");
    return left === undefined || right === undefined ? undefined : [left, right];
  }
  if (!CALLS.has(tree.kind(node))) return undefined;
  const callee = tree.child(node, "function");
  const list = tree.child(node, "arguments");
  if (callee === undefined || list === undefined) return undefined;
  const name = fullName(tree, callee);
  if (name !== undefined && (JOINS.has(name) || EXPANDERS.has(name))) {
    return [...tree.children(list)];
  }
  const member = tree.child(callee, "attribute");
  const object = tree.child(callee, "object");
  return member !== undefined && object !== undefined && PATH_METHODS.has(tree.textOf(member))
    ? [object, ...tree.children(list)]
    : undefined;
}
