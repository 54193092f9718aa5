// TypeScript's own declarations: interfaces and object types as classes with fields alone, enums as
// records, namespaces as blocks. What only says what something looks like is left out.

import type { NodeId } from "../../syntax/mod.ts";
import type { Entry, Expr, Field, Stmt } from "../ir.ts";
import {
  bodyOf,
  childrenOf,
  dotted,
  nameOf,
  nothing,
  operand,
  type Script,
  type StatementTable,
} from "./_script_context.ts";
import { keyOf, patternOf } from "./_script_patterns.ts";
import { annotationOf, operandsOf, propertyName } from "./_script_types.ts";

function interfaceStatement(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const extended = tree.firstChild(node, "extends_type_clause") ??
    tree.firstChild(node, "extends_clause");
  const bases = extended === undefined ? [] : childrenOf(script, extended);
  const body = tree.child(node, "body");
  return shape(script, node, { bases, bodies: body === undefined ? [] : [body] });
}

/** `type A = { … }` and `type A = B & { … }`; other types stand for themselves alone. */
function typeAlias(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const value = tree.child(node, "value");
  if (value === undefined) return [];
  const sides = tree.kind(value) === "intersection_type" ? operandsOf(script, value) : [value];
  const bodies = sides.filter((side) => tree.kind(side) === "object_type");
  if (bodies.length === 0) return [];
  const bases = sides.filter((side) => tree.kind(side) !== "object_type");
  return shape(script, node, { bases, bodies });
}

function shape(
  script: Script,
  node: NodeId,
  parts: { bases: readonly NodeId[]; bodies: readonly NodeId[] },
): readonly Stmt[] {
  const { tree } = script;
  const name = tree.child(node, "name");
  if (name === undefined) return [];
  const at = tree.span(node);
  const fields = parts.bodies.flatMap((body) => fieldsOf(script, body));
  const bases = parts.bases.flatMap((base) => baseName(script, base));
  const def = { name: nameOf(script, name), bases, decorators: [], methods: [], fields, at };
  return [{ s: "class", def, at }];
}

function fieldsOf(script: Script, body: NodeId): Field[] {
  return childrenOf(script, body).flatMap((member) => {
    const name = propertyName(script, member);
    if (name === undefined) return [];
    const at = script.tree.span(member);
    return [{ name, ...annotationOf(script, member), isStatic: false, at }];
  });
}

const NAMES = new Set(["type_identifier", "identifier", "nested_type_identifier"]);

function baseName({ tree }: Script, node: NodeId): Expr[] {
  const name = tree.kind(node) === "generic_type" ? tree.child(node, "name") ?? node : node;
  return NAMES.has(tree.kind(name)) ? [dotted(tree.textOf(name), tree.span(name))] : [];
}

function enumStatement(script: Script, node: NodeId): readonly Stmt[] {
  const { tree } = script;
  const name = tree.child(node, "name");
  const body = tree.child(node, "body");
  if (name === undefined || body === undefined) return [];
  const at = tree.span(node);
  const value: Expr = { e: "record", entries: enumEntries(script, body), at: tree.span(body) };
  return [{ s: "assign", target: patternOf(script, name), value, declares: true, at }];
}

function enumEntries(script: Script, body: NodeId): Entry[] {
  const { tree } = script;
  let next: number | undefined = 0;
  return childrenOf(script, body).map((member) => {
    const isAssigned = tree.kind(member) === "enum_assignment";
    const name = (isAssigned ? tree.child(member, "name") : undefined) ?? member;
    const value = isAssigned
      ? operand(script, { node: member, field: "value" })
      : numberAt(script, { node: member, value: next });
    next = value.e === "const" && value.type === "number" ? Number(value.text) + 1 : undefined;
    return { ...keyOf(script, name), value };
  });
}

/** A member without a value is one more than that before it. */
function numberAt(
  { tree }: Script,
  { node, value }: { node: NodeId; value: number | undefined },
): Expr {
  const at = tree.span(node);
  return value === undefined
    ? nothing(at)
    : { e: "const", type: "number", text: String(value), at };
}

function namespaceStatement(script: Script, node: NodeId): readonly Stmt[] {
  const around = script.inNamespace;
  script.inNamespace = true;
  const body = bodyOf(script, script.tree.child(node, "body"));
  script.inNamespace = around;
  return [{ s: "block", body, at: script.tree.span(node) }];
}

function leftOut(): readonly Stmt[] {
  return [];
}

export const DECLARATIONS: StatementTable = {
  interface_declaration: interfaceStatement,
  type_alias_declaration: typeAlias,
  enum_declaration: enumStatement,
  internal_module: namespaceStatement,
  module: namespaceStatement,
  ambient_declaration: leftOut,
  function_signature: leftOut,
};
