// Imports and exports. `require` and `module.exports` are calls and assignments like any other.

import { isStringLiteral, type NodeId } from "../../syntax/mod.ts";
import type { Export, Expr, Import, Stmt } from "../ir.ts";
import { classOf } from "./_script_classes.ts";
import {
  childrenOf,
  nameOf,
  type Script,
  type StatementTable,
  wordsBefore,
} from "./_script_context.ts";
import { decoratorsOf } from "./_script_functions.ts";
import { namesIn } from "./_script_patterns.ts";
import { literalText } from "./_script_text.ts";

/** A name, or the text of one in quotes. */
function labelOf(script: Script, node: NodeId): string {
  return isStringLiteral(script.tree, node) ? literalText(script, node) : nameOf(script, node);
}

function sourceOf(script: Script, node: NodeId): string | undefined {
  const source = script.tree.child(node, "source");
  return source === undefined ? undefined : literalText(script, source);
}

/** `import type`, `export type`, `{ type A }`: for the checker alone. */
function isOfTypes(script: Script, at: { node: NodeId; first: NodeId | undefined }): boolean {
  const words = wordsBefore(script, at.node, at.first);
  return words.has("type") || words.has("typeof");
}

// ------------------------------------------------------------------------------------------- imports

const CLAUSES = new Set(["import_clause", "import_require_clause"]);

function importStatement(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const at = tree.span(node);
  const clause = childrenOf(script, node).find((child) => CLAUSES.has(tree.kind(child)));
  const module = sourceOf(script, node) ??
    (clause === undefined ? undefined : sourceOf(script, clause));
  if (module === undefined) return [];
  const imports = clause === undefined
    ? []
    : tree.kind(clause) === "import_clause"
    ? childrenOf(script, clause).flatMap((child) => importsOf(script, { node: child, module }))
    : wholeModule(script, { node: clause, module });
  if (isOfTypes(script, { node, first: clause })) {
    script.types.push(...imports);
    return [];
  }
  return [{ s: "import", imports: imports.length > 0 ? imports : [{ module, at }], at }];
}

interface ImportPart {
  readonly node: NodeId;
  readonly module: string;
}

function importsOf(script: Script, { node, module }: ImportPart): Import[] {
  const { tree } = script;
  switch (tree.kind(node)) {
    case "identifier":
      return [{ module, member: "default", local: nameOf(script, node), at: tree.span(node) }];
    case "namespace_import":
      return wholeModule(script, { node, module });
    case "named_imports":
      return childrenOf(script, node).flatMap((each) => named(script, { node: each, module }));
    default:
      return [];
  }
}

function wholeModule(script: Script, { node, module }: ImportPart): Import[] {
  const name = script.tree.firstChild(node);
  if (name === undefined) return [];
  return [{ module, local: nameOf(script, name), at: script.tree.span(node) }];
}

function named(script: Script, { node, module }: ImportPart): Import[] {
  const { tree } = script;
  const name = tree.child(node, "name");
  if (name === undefined) return [];
  const local = nameOf(script, tree.child(node, "alias") ?? name);
  const made: Import = { module, member: labelOf(script, name), local, at: tree.span(node) };
  if (!isOfTypes(script, { node, first: name })) return [made];
  script.types.push(made);
  return [];
}

// ------------------------------------------------------------------------------------------- exports

function exportStatement(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const first = tree.firstChild(node);
  const declaration = tree.child(node, "declaration");
  if (declaration !== undefined) return declared(script, node, declaration);
  const value = tree.child(node, "value");
  if (value !== undefined) return valueExported(script, node, value);
  const words = wordsBefore(script, node, first);
  if (first === undefined || words.has("type") || isTypeMark(script, first)) return [];
  const kind = tree.kind(first);
  if (kind === "identifier") return words.has("namespace") ? [] : assigned(script, node, first);
  return exporting(script, node, listed(script, node, first));
}

/** The grammar does not know `export type * from`. */
function isTypeMark({ tree }: Script, node: NodeId): boolean {
  return tree.kind(node) === "ERROR" && tree.textOf(node) === "type";
}

function exporting(script: Script, node: NodeId, exports: readonly Export[]): readonly Stmt[] {
  if (script.inNamespace || exports.length === 0) return [];
  return [{ s: "export", exports, at: script.tree.span(node) }];
}

function isDefault(script: Script, node: NodeId, inner: NodeId): boolean {
  return wordsBefore(script, node, inner).has("default");
}

function declared(script: Script, node: NodeId, declaration: NodeId): readonly Stmt[] {
  const statements = withDecorators(script, node, declaration);
  const names = statements.flatMap(declaredNames);
  const exports = isDefault(script, node, declaration)
    ? names.map((local) => ({ name: "default", local }))
    : names.map((local) => ({ name: local, local }));
  return [...statements, ...exporting(script, node, exports)];
}

/** Those of a class may stand before `export`. */
function withDecorators(script: Script, node: NodeId, declaration: NodeId): readonly Stmt[] {
  const decorators = decoratorsOf(script, node);
  if (decorators.length === 0) return script.statement(declaration);
  const def = classOf(script, declaration, { decorators });
  return [{ s: "class", def, at: script.tree.span(declaration) }];
}

function declaredNames(statement: Stmt): string[] {
  switch (statement.s) {
    case "assign":
      return namesIn(statement.target);
    case "func":
      return [statement.func.name];
    case "class":
      return [statement.def.name];
    default:
      return [];
  }
}

function valueExported(script: Script, node: NodeId, inner: NodeId): readonly Stmt[] {
  const decorators = decoratorsOf(script, node);
  const at = script.tree.span(inner);
  const value: Expr = decorators.length === 0
    ? script.expression(inner)
    : { e: "class", def: classOf(script, inner, { decorators }), at };
  return exporting(script, node, [{ name: "default", value }]);
}

/** `export = a` is `module.exports = a`. */
function assigned(script: Script, node: NodeId, inner: NodeId): readonly Stmt[] {
  const at = script.tree.span(node);
  const object: Expr = { e: "name", name: "module", at };
  const expr: Expr = { e: "member", object, name: "exports", at };
  const value = script.expression(inner);
  return [{ s: "assign", target: { k: "place", expr, at }, value, declares: false, at }];
}

function listed(script: Script, node: NodeId, first: NodeId): Export[] {
  const { tree } = script;
  const source = sourceOf(script, node);
  const from = source === undefined ? {} : { from: source };
  switch (tree.kind(first)) {
    case "export_clause":
      return childrenOf(script, first).flatMap((each) => {
        const local = tree.child(each, "name");
        if (local === undefined || isOfTypes(script, { node: each, first: local })) return [];
        const name = tree.child(each, "alias") ?? local;
        return [{ name: labelOf(script, name), local: labelOf(script, local), ...from }];
      });
    case "namespace_export": {
      const name = tree.firstChild(first);
      return name === undefined ? [] : [{ name: labelOf(script, name), ...from }];
    }
    default:
      return source === undefined ? [] : [{ name: "*", ...from }];
  }
}

export const MODULES: StatementTable = {
  import_statement: importStatement,
  export_statement: exportStatement,
};
