// Declarations: imports, variables, constants and types.

import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, Field, Import, Stmt } from "../ir.ts";
import { assigned, patternsOf } from "./_go_assignments.ts";
import { type Go, inField, listed, literalText, nothing } from "./_go_context.ts";
import { assumedName, importPath } from "./_go_facts.ts";
import {
  fieldDeclarations,
  lowerType,
  typeExpression,
  typeIn,
  typeName,
  zeroValue,
} from "./_go_types.ts";

// ------------------------------------------------------------------------------------------- imports

export function lowerImports(go: Go, node: NodeId): readonly Stmt[] {
  const imports = specsOf(go, node, "import_spec").flatMap((spec) => lowerImport(go, spec));
  return [{ s: "import", imports, at: go.tree.span(node) }];
}

function lowerImport(go: Go, spec: NodeId): Import[] {
  const module = importPath(go.tree, spec);
  if (module === undefined) return [];
  const name = go.tree.child(spec, "name");
  const at = go.tree.span(spec);
  const local = name === undefined ? assumedName(module) : go.tree.textOf(name);
  if (local === "_") return [{ module, at }];
  return [local === "." ? { module, member: "*", at } : { module, local, at }];
}

/** The specs of a declaration, whether they stand in parentheses or not. */
function specsOf({ tree }: Go, node: NodeId, kind: string): NodeId[] {
  const list = tree.firstChild(node, `${kind}_list`) ?? node;
  return Array.from(tree.children(list)).filter((child) => tree.kind(child) === kind);
}

// ------------------------------------------------------------------------- variables and constants

export function lowerVariables(go: Go, node: NodeId): readonly Stmt[] {
  return specsOf(go, node, "var_spec").flatMap((spec) => lowerVariable(go, spec));
}

function lowerVariable(go: Go, spec: NodeId): readonly Stmt[] {
  const { tree } = go;
  const targets = patternsOf(go, inField(tree, spec, "name"));
  const values = listed(tree, tree.child(spec, "value"));
  const at = tree.span(spec);
  const type = tree.child(spec, "type");
  if (values.length > 0) {
    return assigned(go, { targets, values, declares: true, ...typeIn(go, spec), at });
  }
  const value = type === undefined ? nothing(at) : initialValue(go, type);
  const typed = typeIn(go, spec);
  return targets.map((target) => ({ s: "assign", target, value, ...typed, declares: true, at }));
}

/** A variable of the file is written to by functions: what it is at first says little of it. */
function initialValue(go: Go, type: NodeId): Expr {
  const at = go.tree.span(type);
  return go.frame.isFile ? nothing(at) : zeroValue(go, { type, at });
}

/** A constant without a value repeats the last one's, with the next number for `iota`. */
export function lowerConstants(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  const around = go.iota;
  let given = node;
  let values: readonly NodeId[] = [];
  const made = specsOf(go, node, "const_spec").flatMap((spec, i) => {
    go.iota = i;
    const list = tree.child(spec, "value");
    if (list !== undefined) [given, values] = [spec, listed(tree, list)];
    const targets = patternsOf(go, inField(tree, spec, "name"));
    return assigned(go, {
      targets,
      values: values.slice(0, targets.length),
      declares: true,
      ...typeIn(go, given),
      at: tree.span(spec),
    });
  });
  go.iota = around;
  return made;
}

// --------------------------------------------------------------------------------------------- types

export function lowerTypes(go: Go, node: NodeId): readonly Stmt[] {
  const { tree } = go;
  return Array.from(tree.children(node)).flatMap((spec): readonly Stmt[] => {
    const name = tree.child(spec, "name");
    const type = tree.child(spec, "type");
    if (name === undefined || type === undefined) return [];
    if (tree.kind(spec) === "type_alias") return lowerAlias(go, { spec, name, type });
    return tree.kind(type) === "struct_type" ? [lowerStruct(go, { spec, name, type })] : [];
  });
}

interface TypeSpec {
  readonly spec: NodeId;
  readonly name: NodeId;
  readonly type: NodeId;
}

/** `type A = B` is another name for a type that has one; of one that has none, nothing is kept. */
function lowerAlias(go: Go, { spec, name, type }: TypeSpec): Stmt[] {
  const { tree } = go;
  if (tree.kind(type) === "struct_type") return [lowerStruct(go, { spec, name, type })];
  if (typeName(go, type) === "") return [];
  return [{
    s: "assign",
    target: { k: "name", name: tree.textOf(name), at: tree.span(name) },
    value: typeExpression(go, type),
    declares: true,
    at: tree.span(spec),
  }];
}

function lowerStruct(go: Go, { spec, name, type }: TypeSpec): Stmt {
  const { tree } = go;
  const fields: Field[] = [];
  const bases: Expr[] = [];
  for (const field of fieldDeclarations(go, type)) {
    const names = inField(tree, field, "name");
    const own = tree.child(field, "type");
    if (names.length === 0 && own !== undefined) bases.push(typeExpression(go, own));
    else for (const each of lowerFields(go, { field, names })) fields.push(each);
  }
  const at = tree.span(spec);
  const def = { name: tree.textOf(name), bases, decorators: [], methods: [], fields, at };
  return { s: "class", def, at };
}

function lowerFields(
  go: Go,
  { field, names }: { field: NodeId; names: readonly NodeId[] },
): Field[] {
  const { tree } = go;
  const type = tree.child(field, "type");
  const tag = jsonName(go, field);
  return names.map((name) => ({
    name: tree.textOf(name),
    ...(type !== undefined && { type: lowerType(go, type) }),
    isStatic: false,
    ...(tag !== undefined && { tag }),
    at: tree.span(name),
  }));
}

/** The name that the field has in JSON, where its tag gives one; `-` for a field left out. */
function jsonName({ tree }: Go, field: NodeId): string | undefined {
  const tag = tree.child(field, "tag");
  const text = tag === undefined ? undefined : literalText(tree, tag);
  const name = text === undefined ? undefined : /(?:^|\s)json:"([^",]*)/.exec(text)?.[1];
  return name === "" ? undefined : name;
}

/** Names that a declaration of the file gives, in order. */
export function declaredNames(go: Go, node: NodeId): string[] {
  const { tree } = go;
  switch (tree.kind(node)) {
    case "function_declaration":
      return namesIn(go, node);
    case "type_declaration":
      return Array.from(tree.children(node)).flatMap((spec) => namesIn(go, spec));
    case "var_declaration":
      return specsOf(go, node, "var_spec").flatMap((spec) => namesIn(go, spec));
    case "const_declaration":
      return specsOf(go, node, "const_spec").flatMap((spec) => namesIn(go, spec));
    default:
      return [];
  }
}

function namesIn({ tree }: Go, node: NodeId): string[] {
  return inField(tree, node, "name").map((name) => tree.textOf(name));
}
