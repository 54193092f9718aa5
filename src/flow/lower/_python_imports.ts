// Imports of Python.

import type { NodeId } from "../../syntax/mod.ts";
import type { Import, Stmt } from "../ir.ts";
import { childrenIn, type Lowering, type StatementTable, tightText } from "./_python_lowering.ts";

function statement(low: Lowering, of: { node: NodeId; imports: readonly Import[] }): Stmt[] {
  if (of.imports.length === 0) return [];
  return [{ s: "import", imports: of.imports, at: low.tree.span(of.node) }];
}

function modules(low: Lowering, node: NodeId): readonly Stmt[] {
  const imports = childrenIn(low, { node, field: "name" }).flatMap((name) => moduleOf(low, name));
  return statement(low, { node, imports });
}

function moduleOf(low: Lowering, node: NodeId): readonly Import[] {
  const { name: module, alias } = nameAndAlias(low, node);
  const at = low.tree.span(node);
  if (alias !== undefined) return [{ module, local: alias, at }];
  const dot = module.indexOf(".");
  if (dot < 0) return [{ module, local: module, at }];
  // `import a.b` binds `a`, and has `a.b` run.
  const root = module.slice(0, dot);
  return [{ module: root, local: root, at }, { module, at }];
}

function nameAndAlias(low: Lowering, node: NodeId): { name: string; alias: string | undefined } {
  const { tree } = low;
  const name = tightText(low, tree.child(node, "name") ?? node);
  const alias = tree.child(node, "alias");
  return { name, alias: alias === undefined ? undefined : tree.textOf(alias) };
}

function members(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const from = tree.child(node, "module_name");
  const module = from === undefined ? "__future__" : tightText(low, from);
  const imports: Import[] = childrenIn(low, { node, field: "name" }).map((child) => {
    const { name: member, alias } = nameAndAlias(low, child);
    return { module, member, local: alias ?? member, at: tree.span(child) };
  });
  const all = tree.firstChild(node, "wildcard_import");
  if (all !== undefined) imports.push({ module, member: "*", at: tree.span(all) });
  return statement(low, { node, imports });
}

export const IMPORTS: StatementTable = {
  import_statement: modules,
  import_from_statement: members,
  future_import_statement: members,
};
