// What code writes into which file, by the words with which it names the file.

import { constantText, type NodeId, type SyntaxTree } from "../../syntax/mod.ts";
import type { Language } from "../../core/mod.ts";
import { type Call, CALL_NODES, callAt, valueOf } from "./calls.ts";

const WRITERS =
  /^(?:fs|fs\/promises|fs\.promises|fs-extra)\.(?:writeFile|writeFileSync|outputFile)$/;
const OTHER_WRITERS = new Set([
  "os.WriteFile",
  "io/ioutil.WriteFile",
  "Deno.writeTextFile",
  "Bun.write",
]);
const WRITING = /^[wax]/;

const known = new WeakMap<SyntaxTree, Map<string, NodeId[]>>();
const NOTHING: readonly NodeId[] = [];

/** The expressions that are written to the file which `path` names. */
export function writtenTo(tree: SyntaxTree, path: NodeId): readonly NodeId[] {
  const writes = writesOf(tree);
  const inner = callAt(tree, path);
  // `str(path)` is the same file.
  const plain = inner?.callee === "str" ? inner.positional[0] ?? path : path;
  return writes.get(keyOf(tree, plain)) ?? writes.get(keyOf(tree, valueOf(tree, plain))) ?? NOTHING;
}

/** Longer expressions name nothing twice. */
const LONGEST_KEY = 80;

function keyOf(tree: SyntaxTree, path: NodeId): string {
  const { start, end } = tree.span(path);
  return end - start > LONGEST_KEY ? "" : tree.textOf(path);
}

function writesOf(tree: SyntaxTree): Map<string, NodeId[]> {
  let writes = known.get(tree);
  if (writes) return writes;
  known.set(tree, writes = new Map());
  const opened = openedFiles(tree);
  for (const node of tree.nodesOf(new Set(CALL_NODES[tree.language as Language]))) {
    const call = callAt(tree, node);
    const written = call && writeOf(call, opened);
    if (!written || written.path === "") continue;
    const contents = writes.get(written.path);
    if (contents) contents.push(written.content);
    else writes.set(written.path, [written.content]);
  }
  return writes;
}

function writeOf(
  call: Call,
  opened: ReadonlyMap<string, string>,
): { path: string; content: NodeId } | undefined {
  const { tree, callee, method, receiver, positional } = call;
  const [first, second] = positional;
  if (first === undefined) return undefined;
  if (WRITERS.test(callee) || OTHER_WRITERS.has(callee)) {
    return second === undefined ? undefined : { path: keyOf(tree, first), content: second };
  }
  if (receiver === undefined) return undefined;
  const name = keyOf(tree, receiver);
  if (method === "write_text") return { path: name, content: first };
  if (method !== "write" || name === "") return undefined;
  return { path: opened.get(name) ?? `${name}.name`, content: first };
}

/** `with open(path, "w") as file`: the path by the name of the file. */
function openedFiles(tree: SyntaxTree): Map<string, string> {
  const opened = new Map<string, string>();
  for (const node of tree.nodesOf(new Set(["as_pattern"]))) {
    const value = tree.firstChild(node);
    const alias = tree.child(node, "alias");
    const call = value === undefined ? undefined : callAt(tree, value);
    const [path, mode] = call?.positional ?? [];
    if (alias === undefined || call?.method !== "open" || path === undefined) continue;
    if (mode === undefined || !WRITING.test(constantText(tree, mode)?.text ?? "")) continue;
    opened.set(keyOf(tree, alias), keyOf(tree, path));
  }
  return opened;
}
