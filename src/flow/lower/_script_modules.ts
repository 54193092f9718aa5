// Imports and exports. `require` and `module.exports` are calls and assignments like any other.

import type { NodeId } from "../../syntax/mod.ts";
import type { Export, Import, Stmt } from "../ir.ts";
import { childrenOf, type Lowering, type StatementTable } from "./_script_lowering.ts";
import { patternOf } from "./_script_patterns.ts";

function sourceOf({ tree }: Lowering, node: NodeId): string | undefined {
  const source = tree.child(node, "source");
  return source === undefined ? undefined : tree.textOf(source).slice(1, -1);
}

function imported(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const at = tree.span(node);
  if (
    /^import\s+type\s+[\w{*]/.test(tree.textOf(node).slice(0, 40)) &&
    !/^import\s+type\s+from/.test(tree.textOf(node).slice(0, 40))
  ) {
    return [];
  }
  const clause = childrenOf(low, node).find((child) => tree.kind(child) !== "string");
  if (clause !== undefined && tree.kind(clause) === "import_require_clause") {
    const local = tree.firstChild(clause);
    const module = sourceOf(low, clause);
    if (local === undefined || module === undefined) return [];
    return [{ s: "import", imports: [{ module, local: tree.textOf(local), at }], at }];
  }
  const module = sourceOf(low, node);
  if (module === undefined) return [];
  const imports = clause === undefined ? [] : importsIn(low, { clause, module });
  return [{ s: "import", imports: imports.length > 0 ? imports : [{ module, at }], at }];
}

function importsIn(
  low: Lowering,
  { clause, module }: { readonly clause: NodeId; readonly module: string },
): Import[] {
  const { tree } = low;
  return childrenOf(low, clause).flatMap((child): Import[] => {
    const at = tree.span(child);
    switch (tree.kind(child)) {
      case "identifier":
        return [{ module, member: "default", local: tree.textOf(child), at }];
      case "namespace_import": {
        const name = tree.firstChild(child);
        return name === undefined ? [] : [{ module, local: tree.textOf(name), at }];
      }
      case "named_imports":
        return childrenOf(low, child).flatMap((each): Import[] => {
          const name = tree.child(each, "name");
          if (name === undefined || /^type\s/.test(tree.textOf(each).slice(0, 6))) return [];
          const alias = tree.child(each, "alias") ?? name;
          return [{
            module,
            member: textOf(low, name),
            local: tree.textOf(alias),
            at: tree.span(each),
          }];
        });
      default:
        return [];
    }
  });
}

/** A name, or the text of a name in quotes. */
function textOf({ tree }: Lowering, node: NodeId): string {
  const text = tree.textOf(node);
  return tree.kind(node) === "string" ? text.slice(1, -1) : text;
}

function exported(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const at = tree.span(node);
  const isDefault = /^export\s+default\b/.test(tree.textOf(node).slice(0, 60));
  const declaration = tree.child(node, "declaration");
  if (declaration !== undefined) {
    const statements = low.statement(declaration);
    const names = namesIn(low, declaration);
    const exports = isDefault
      ? names.map((local): Export => ({ name: "default", local }))
      : names.map((local): Export => ({ name: local, local }));
    return [...statements, { s: "export", exports, at }];
  }
  const value = tree.child(node, "value");
  if (value !== undefined) {
    return [{ s: "export", exports: [{ name: "default", value: low.expression(value) }], at }];
  }
  return [{ s: "export", exports: listed(low, node), at }];
}

function listed(low: Lowering, node: NodeId): Export[] {
  const { tree } = low;
  const from = sourceOf(low, node);
  const more = from === undefined ? {} : { from };
  const children = childrenOf(low, node).filter((child) => tree.kind(child) !== "string");
  const [first] = children;
  if (first === undefined) return from === undefined ? [] : [{ name: "*", from }];
  if (tree.kind(first) === "namespace_export") {
    const name = tree.firstChild(first);
    return name === undefined ? [] : [{ name: textOf(low, name), local: "*", ...more }];
  }
  return childrenOf(low, first).flatMap((each): Export[] => {
    const local = tree.child(each, "name");
    if (local === undefined) return [];
    return [{
      name: textOf(low, tree.child(each, "alias") ?? local),
      local: textOf(low, local),
      ...more,
    }];
  });
}

/** What a declaration declares. */
function namesIn(low: Lowering, node: NodeId): string[] {
  const { tree } = low;
  const name = tree.child(node, "name");
  if (name !== undefined) return [tree.textOf(name)];
  return childrenOf(low, node).flatMap((child) => {
    const target = tree.kind(child) === "variable_declarator"
      ? tree.child(child, "name")
      : undefined;
    return target === undefined ? [] : boundIn(patternOf(low, target));
  });
}

function boundIn(pattern: ReturnType<typeof patternOf>): string[] {
  switch (pattern.k) {
    case "name":
      return [pattern.name];
    case "list":
      return pattern.items.flatMap((item) => item ? boundIn(item.target) : []);
    case "record":
      return [
        ...pattern.entries.flatMap(({ target }) => boundIn(target)),
        ...(pattern.rest ? boundIn(pattern.rest) : []),
      ];
    default:
      return [];
  }
}

export const MODULES: StatementTable = { import_statement: imported, export_statement: exported };
