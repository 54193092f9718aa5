// Classes; and interfaces and object types, which say of what type a field is.

import type { NodeId } from "../../syntax/mod.ts";
import type { ClassDef, Expr, Field, Method, Stmt } from "../ir.ts";
import { decoratorsOf, methodOf } from "./_script_functions.ts";
import {
  childrenOf,
  type ExpressionTable,
  hasWord,
  type Lowering,
  type StatementTable,
} from "./_script_lowering.ts";
import { fieldsOf, typeOf } from "./_script_types.ts";

function classOf(low: Lowering, node: NodeId): ClassDef {
  const { tree } = low;
  const name = tree.child(node, "name");
  const body = tree.child(node, "body");
  const members = body === undefined ? [] : childrenOf(low, body);
  return {
    name: name === undefined ? "" : tree.textOf(name),
    bases: basesOf(low, node),
    decorators: decoratorsOf(low, node),
    methods: members.filter((each) => tree.kind(each) === "method_definition").map((each) =>
      memberMethod(low, each)
    ),
    fields: members.filter((each) => FIELDS.has(tree.kind(each))).map((each) => fieldOf(low, each)),
    at: tree.span(node),
  };
}

const FIELDS = new Set(["public_field_definition", "field_definition"]);

function basesOf(low: Lowering, node: NodeId): Expr[] {
  const { tree } = low;
  const heritage = childrenOf(low, node).find((child) => tree.kind(child) === "class_heritage");
  if (heritage === undefined) return [];
  const clause = childrenOf(low, heritage).find((child) => tree.kind(child) === "extends_clause");
  const base = clause === undefined ? tree.firstChild(heritage) : tree.child(clause, "value");
  return base === undefined || tree.kind(base) === "implements_clause"
    ? []
    : [low.expression(base)];
}

function memberMethod(low: Lowering, node: NodeId): Method {
  const func = methodOf(low, node);
  const kind = func.name === "constructor"
    ? "constructor"
    : hasWord(low, { node, word: "get" })
    ? "getter"
    : hasWord(low, { node, word: "set" })
    ? "setter"
    : "method";
  return { func, isStatic: hasWord(low, { node, word: "static" }), kind };
}

function fieldOf(low: Lowering, node: NodeId): Field {
  const { tree } = low;
  const name = tree.child(node, "name") ?? tree.child(node, "property");
  const type = tree.child(node, "type");
  const value = tree.child(node, "value");
  return {
    name: name === undefined ? "" : tree.textOf(name),
    ...(type !== undefined && { type: typeOf(low, type) }),
    ...(value !== undefined && { value: low.expression(value) }),
    isStatic: hasWord(low, { node, word: "static" }),
    at: tree.span(node),
  };
}

function declaration(low: Lowering, node: NodeId): readonly Stmt[] {
  return [{ s: "class", def: classOf(low, node), at: low.tree.span(node) }];
}

/** An interface, or a name for an object type: fields and their types. */
function shape(low: Lowering, node: NodeId): readonly Stmt[] {
  const { tree } = low;
  const name = tree.child(node, "name");
  const body = tree.child(node, "body") ?? tree.child(node, "value");
  if (name === undefined || body === undefined) return [];
  const fields = fieldsOf(low, body).map((field) => ({
    ...field,
    isStatic: false,
    at: tree.span(body),
  }));
  if (fields.length === 0) return [];
  const at = tree.span(node);
  const def = { name: tree.textOf(name), bases: [], decorators: [], methods: [], fields, at };
  return [{ s: "class", def, at }];
}

function expression(low: Lowering, node: NodeId): Expr {
  return { e: "class", def: classOf(low, node), at: low.tree.span(node) };
}

export const CLASS_EXPRESSIONS: ExpressionTable = { class: expression };

export const CLASSES: StatementTable = {
  class_declaration: declaration,
  abstract_class_declaration: declaration,
  interface_declaration: shape,
  type_alias_declaration: shape,
};
