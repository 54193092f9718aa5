// Types as written, reduced to a name, its arguments, and what literals and object types allow.

import { isStringLiteral, type NodeId } from "../../syntax/mod.ts";
import type { TypeRef } from "../ir.ts";
import { childrenOf, nameOf, type Script } from "./_script_context.ts";
import { literalText } from "./_script_text.ts";

/** The type of a declaration, which may have none. */
export function annotationOf(script: Script, node: NodeId): { type?: TypeRef } {
  const annotation = script.tree.child(node, "type");
  const type = annotation === undefined ? undefined : script.tree.firstChild(annotation);
  return type === undefined ? {} : { type: typeOf(script, type) };
}

export function typeOf(script: Script, node: NodeId): TypeRef {
  const inner = seenThrough(script, node);
  const at = script.tree.span(inner);
  const make = TYPES[script.tree.kind(inner)];
  return script.budget.node(
    () => make ? make(script, inner) : { name: "", args: [], at },
    () => ({ name: "", args: [], at }),
  );
}

const WRAPPERS = new Set(["parenthesized_type", "readonly_type", "optional_type", "rest_type"]);

function seenThrough({ tree }: Script, node: NodeId): NodeId {
  let at = node;
  while (WRAPPERS.has(tree.kind(at))) {
    const inner = tree.firstChild(at);
    if (inner === undefined) return at;
    at = inner;
  }
  return at;
}

type MakeType = (script: Script, node: NodeId) => TypeRef;

function named({ tree }: Script, node: NodeId): TypeRef {
  return { name: tree.textOf(node).replace(/\s+/g, ""), args: [], at: tree.span(node) };
}

function withArgs(name: string): MakeType {
  return (script, node) => ({
    name,
    args: childrenOf(script, node).map((each) => typeOf(script, memberType(script, each))),
    at: script.tree.span(node),
  });
}

function fixed(name: string): MakeType {
  return ({ tree }, node) => ({ name, args: [], at: tree.span(node) });
}

/** The elements of a tuple may have names. */
function memberType({ tree }: Script, node: NodeId): NodeId {
  const annotation = tree.child(node, "type");
  return (annotation === undefined ? undefined : tree.firstChild(annotation)) ?? node;
}

function generic(script: Script, node: NodeId): TypeRef {
  const { tree } = script;
  const name = tree.child(node, "name") ?? node;
  const args = tree.child(node, "type_arguments");
  return {
    ...named(script, name),
    args: args === undefined ? [] : childrenOf(script, args).map((each) => typeOf(script, each)),
    at: tree.span(node),
  };
}

/** The two sides of `|` and `&`, which nest to the left, side by side. */
export function operandsOf(script: Script, node: NodeId): NodeId[] {
  const { tree } = script;
  const kind = tree.kind(node);
  const fromRight: NodeId[] = [];
  let at = node;
  while (tree.kind(at) === kind) {
    const [left, right] = childrenOf(script, at);
    // A leading `|` has one side only.
    if (right !== undefined) fromRight.push(right);
    if (left === undefined) break;
    at = left;
    if (tree.kind(at) !== kind) fromRight.push(at);
  }
  return fromRight.reverse();
}

const ABSENT = new Set(["null", "undefined", "void"]);

/** What may be missing as well is what it is when it is there; all literals are one choice. */
function union(script: Script, node: NodeId): TypeRef {
  const at = script.tree.span(node);
  const all = operandsOf(script, node).map((each) => typeOf(script, each));
  const present = all.filter(({ name }) => !ABSENT.has(name));
  const [first] = present;
  if (first === undefined) return { name: "null", args: [], at };
  if (present.length === 1) return { ...first, at };
  const literals = present.map((each) => each.literals);
  if (literals.every((each) => each !== undefined)) {
    return { name: first.name, args: [], literals: literals.flat(), at };
  }
  return { name: "|", args: present, at };
}

/** `A & { b: string }` is an `A` with one field more. */
function intersection(script: Script, node: NodeId): TypeRef {
  const sides = operandsOf(script, node).map((each) => typeOf(script, each));
  const first = sides.find(({ fields }) => fields === undefined) ?? sides[0];
  const fields = sides.flatMap((side) => side.fields ?? []);
  const at = script.tree.span(node);
  if (first === undefined) return { name: "", args: [], at };
  return { ...first, ...(fields.length > 0 && { fields }), at };
}

/** A literal's type goes by what it widens to. */
function literal(script: Script, node: NodeId): TypeRef {
  const { tree } = script;
  const at = tree.span(node);
  const inner = tree.firstChild(node) ?? node;
  if (isStringLiteral(tree, inner)) {
    return { name: "string", args: [], literals: [literalText(script, inner)], at };
  }
  const text = tree.textOf(inner);
  if (ABSENT.has(text)) return { name: text, args: [], at };
  const name = text === "true" || text === "false" ? "boolean" : "number";
  return { name, args: [], literals: [text], at };
}

/** `typeof schema`: what the type is taken from stands behind it. */
function query(script: Script, node: NodeId): TypeRef {
  const of = script.tree.firstChild(node);
  const annotations = of === undefined ? [] : [script.expression(of)];
  return { name: "typeof", args: [], annotations, at: script.tree.span(node) };
}

function object(script: Script, node: NodeId): TypeRef {
  const fields: { name: string; type: TypeRef }[] = [];
  for (const member of childrenOf(script, node)) {
    const name = propertyName(script, member);
    const { type } = annotationOf(script, member);
    if (name !== undefined && type) fields.push({ name, type });
  }
  return { name: "object", args: [], fields, at: script.tree.span(node) };
}

/** The name of a property in an interface or an object type; signatures have none. */
export function propertyName(script: Script, member: NodeId): string | undefined {
  const { tree } = script;
  const name = tree.kind(member) === "property_signature" ? tree.child(member, "name") : undefined;
  if (name === undefined) return undefined;
  return isStringLiteral(tree, name) ? literalText(script, name) : nameOf(script, name);
}

/** A text is as much a caller's as what it was called before. */
const PRIMITIVES = new Set(["number", "boolean", "bigint"]);

export function isPlainType({ tree }: Script, type: NodeId): boolean {
  return tree.kind(type) === "predefined_type" && PRIMITIVES.has(tree.textOf(type));
}

const TYPES: Readonly<Record<string, MakeType>> = {
  predefined_type: named,
  type_identifier: named,
  identifier: named,
  nested_type_identifier: named,
  member_expression: named,
  this_type: named,
  generic_type: generic,
  array_type: withArgs("Array"),
  tuple_type: withArgs("tuple"),
  index_type_query: withArgs("keyof"),
  union_type: union,
  intersection_type: intersection,
  literal_type: literal,
  template_literal_type: fixed("string"),
  function_type: fixed("Function"),
  constructor_type: fixed("Function"),
  type_query: query,
  object_type: object,
};
