// What a file of JavaScript gives out by name, as modules and as compiled CommonJS write it.

import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName, memberName, MEMBERS, objectOf } from "./expressions.ts";
import { bodyOf, entryOf } from "./expressions.ts";
import type { LinkedTree } from "./linked_tree.ts";
import type { Reading } from "./reading.ts";

/** A node of the file, or a name of another module. */
export type Exported =
  | { readonly local: NodeId }
  | { readonly node: NodeId; readonly module: string; readonly name: string };

export interface Exports {
  readonly named: ReadonlyMap<string, Exported>;
  /** Modules all of whose names are given on. */
  readonly stars: readonly { readonly node: NodeId; readonly module: string }[];
}

type OpenExports = {
  readonly named: Map<string, Exported>;
  readonly stars: { node: NodeId; module: string }[];
};

const MAX_STARS = 64;

/** Read once for each file. */
export function exportsOf(reading: Reading, root: NodeId): Exports {
  let exports = reading.exports.get(root);
  if (!exports) reading.exports.set(root, exports = collect(reading.tree, root));
  return exports;
}

function collect(tree: LinkedTree, root: NodeId): Exports {
  const exports: OpenExports = { named: new Map(), stars: [] };
  for (const statement of tree.children(root)) {
    if (tree.kind(statement) === "export_statement") readExport(tree, statement, exports);
    else if (tree.kind(statement) === "expression_statement") {
      readCommonJs(tree, statement, exports);
    }
  }
  return exports;
}

function readExport(tree: LinkedTree, statement: NodeId, { named, stars }: OpenExports): void {
  const source = tree.child(statement, "source");
  const module = source === undefined ? undefined : tree.constantText(source)?.text;
  const declaration = tree.child(statement, "declaration");
  const value = tree.child(statement, "value");
  if (value !== undefined) named.set("default", { local: value });
  if (declaration !== undefined) {
    for (const [name, node] of declared(tree, declaration)) named.set(name, { local: node });
    const start = tree.span(statement).start;
    const between = tree.span(declaration).start - start;
    // `export default function …`: the word between has no node of its own.
    if (between > "export default".length - 1) named.set("default", { local: declaration });
  }
  const clause = tree.firstChild(statement, "export_clause");
  if (clause !== undefined) {
    for (const specifier of tree.children(clause)) {
      const name = tree.child(specifier, "name");
      if (name === undefined) continue;
      const given = tree.textOf(tree.child(specifier, "alias") ?? name);
      named.set(
        given,
        module === undefined
          ? { local: name }
          : { node: statement, module, name: tree.textOf(name) },
      );
    }
  } else if (module !== undefined && tree.firstChild(statement, "namespace_export") === undefined) {
    if (stars.length < MAX_STARS) stars.push({ node: statement, module });
  }
}

function* declared(tree: LinkedTree, declaration: NodeId): Generator<[string, NodeId]> {
  const name = tree.child(declaration, "name");
  if (name !== undefined) yield [tree.textOf(name), declaration];
  for (const each of tree.children(declaration)) {
    if (tree.kind(each) !== "variable_declarator") continue;
    const own = tree.child(each, "name");
    // The name is followed like every other, so that what is given to it later counts too.
    if (own !== undefined && tree.kind(own) === "identifier") yield [tree.textOf(own), own];
  }
}

/** `exports.a = …`, `module.exports = {…}`, `__exportStar(require("./a"), exports)`. */
function readCommonJs(tree: LinkedTree, statement: NodeId, { named, stars }: OpenExports): void {
  const expression = tree.firstChild(statement);
  if (expression === undefined) return;
  if (tree.kind(expression) === "call_expression") {
    if (!/exportStar$/.test(calleeName(tree, expression) ?? "")) return;
    const [required] = argumentsOf(tree, expression);
    const [name] = required === undefined ? [] : argumentsOf(tree, required);
    const module = name === undefined ? undefined : tree.constantText(name)?.text;
    if (module !== undefined && stars.length < MAX_STARS) stars.push({ node: statement, module });
    return;
  }
  const left = tree.child(expression, "left");
  const right = tree.child(expression, "right");
  if (left === undefined || right === undefined || !MEMBERS.has(tree.kind(left))) return;
  const object = objectOf(tree, left);
  const member = memberName(tree, left);
  if (object === undefined || member === undefined) return;
  const holder = tree.shortText(object, 20);
  if (holder === "module" && member === "exports") {
    named.set("default", { local: right });
    const body = bodyOf(tree, right);
    for (const child of body === undefined ? [] : tree.children(body)) {
      const entry = entryOf(tree, child);
      if (entry) named.set(entry.key, { local: entry.value });
    }
  } else if (holder === "exports" || holder === "module.exports") {
    named.set(member, { local: right });
  }
}
