// Go to the small tree. Everything that a package shows stands at the end as one export.

import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import type { Module, Stmt } from "../ir.ts";
import { isExportedName } from "./_go_calls.ts";
import type { Go } from "./_go_context.ts";
import { declaredNames } from "./_go_declarations.ts";
import { lowerExpression } from "./_go_expressions.ts";
import { factsOf } from "./_go_facts.ts";
import { lowerStatement, lowerStatements } from "./_go_statements.ts";
import { Budget } from "./budget.ts";

const ROOT: NodeId = 0;

export function lowerGo(tree: SyntaxTree): Module {
  const go: Go = {
    tree,
    budget: new Budget(),
    facts: factsOf(tree),
    fieldNames: new Map(),
    frame: { isFile: true, results: [], loops: [] },
    iota: undefined,
    expression: (node) => lowerExpression(go, node),
    statement: (node) => lowerStatement(go, node),
    statements: (node) => lowerStatements(go, node),
  };
  const body = [...lowerStatements(go, ROOT), ...exportsOf(go)];
  const name = packageName(tree);
  return {
    language: "go",
    body,
    ...(name !== undefined && { package: name }),
    ...(go.facts.streams.size > 0 && { streams: [...go.facts.streams] }),
    cut: go.budget.cut,
  };
}

function packageName(tree: SyntaxTree): string | undefined {
  const clause = tree.firstChild(ROOT, "package_clause");
  const name = clause === undefined ? undefined : tree.firstChild(clause);
  return name === undefined ? undefined : tree.textOf(name);
}

/** What other packages can name: methods come with their types. */
function exportsOf(go: Go): Stmt[] {
  const exports = Array.from(go.tree.children(ROOT))
    .flatMap((node) => declaredNames(go, node))
    .filter(isExportedName)
    .map((name) => ({ name, local: name }));
  return exports.length === 0 ? [] : [{ s: "export", exports, at: go.tree.span(ROOT) }];
}
