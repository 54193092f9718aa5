// Types of Go as they are written, the values that variables have without being given one, and
// which names can only be types.

import type { Span } from "../../core/mod.ts";
import type { NodeId } from "../../syntax/mod.ts";
import type { Expr, TypeRef } from "../ir.ts";
import { type Go, inField, nothing, withoutParentheses } from "./_go_context.ts";

const TEXTS = new Set(["string"]);
const BOOLEANS = new Set(["bool"]);
const NUMBERS = new Set(
  ("int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr byte rune " +
    "float32 float64 complex64 complex128").split(" "),
);
const INTERFACES = new Set(["error", "any", "comparable"]);
const PREDECLARED: ReadonlySet<string> = new Set([
  ...TEXTS,
  ...BOOLEANS,
  ...NUMBERS,
  ...INTERFACES,
]);

/** Kinds that stand for the type inside them. */
const SEEN_THROUGH = new Set([
  "pointer_type",
  "parenthesized_type",
  "negated_type",
  "type_constraint",
  "type_elem",
]);

/** A type written with a name that the language or the file gives it. */
export function isTypeName({ facts }: Go, name: string): boolean {
  return PREDECLARED.has(name) || facts.types.has(name);
}

export function lowerType(go: Go, node: NodeId): TypeRef {
  return go.budget.node(
    () => typeOf(go, node),
    () => ({ name: "any", args: [], at: go.tree.span(node) }),
  );
}

/** The type in a field of `node`, ready to be spread into a node of the small tree. */
export function typeIn(go: Go, node: NodeId): { readonly type?: TypeRef } {
  const type = go.tree.child(node, "type");
  return type === undefined ? {} : { type: lowerType(go, type) };
}

/** The type itself, without pointers to it. */
export function pointedTo({ tree }: Go, node: NodeId): NodeId {
  let at = node;
  while (SEEN_THROUGH.has(tree.kind(at))) {
    const [inner, second] = tree.children(at);
    if (inner === undefined || second !== undefined) return at;
    at = inner;
  }
  return at;
}

function typeOf(go: Go, written: NodeId): TypeRef {
  const { tree } = go;
  const node = pointedTo(go, written);
  const at = tree.span(node);
  switch (tree.kind(node)) {
    case "slice_type":
    case "array_type":
    case "implicit_length_array_type":
      return { name: "[]", args: argsIn(go, node, ["element"]), at };
    case "map_type":
      return { name: "map", args: argsIn(go, node, ["key", "value"]), at };
    case "channel_type":
      return { name: "chan", args: argsIn(go, node, ["value"]), at };
    case "function_type":
      return { name: "func", args: [], at };
    case "interface_type":
      return { name: tree.firstChild(node) === undefined ? "any" : "interface", args: [], at };
    case "struct_type":
      return { name: "struct", args: [], fields: fieldsOf(go, node), at };
    case "type_elem":
    case "type_constraint":
      return { name: "|", args: [...tree.children(node)].map((each) => lowerType(go, each)), at };
    case "generic_type": {
      const args = tree.child(node, "type_arguments");
      const types = args === undefined ? [] : [...tree.children(args)];
      return { name: typeName(go, node), args: types.map((each) => lowerType(go, each)), at };
    }
    default:
      return { name: typeName(go, node), args: [], at };
  }
}

function argsIn(go: Go, node: NodeId, fields: readonly string[]): TypeRef[] {
  return fields.flatMap((field) => {
    const type = go.tree.child(node, field);
    return type === undefined ? [] : [lowerType(go, type)];
  });
}

function fieldsOf(go: Go, struct: NodeId): { name: string; type: TypeRef }[] {
  const found: { name: string; type: TypeRef }[] = [];
  for (const field of fieldDeclarations(go, struct)) {
    const type = go.tree.child(field, "type");
    if (type === undefined) continue;
    for (const name of inField(go.tree, field, "name")) {
      found.push({ name: go.tree.textOf(name), type: lowerType(go, type) });
    }
  }
  return found;
}

export function fieldDeclarations({ tree }: Go, struct: NodeId): NodeId[] {
  const list = tree.firstChild(struct, "field_declaration_list");
  if (list === undefined) return [];
  return [...tree.children(list)].filter((node) => tree.kind(node) === "field_declaration");
}

const NAMES = new Set(["type_identifier", "qualified_type", "identifier", "package_identifier"]);

/** The name as written, without pointers and type arguments: `pkg.Name`; empty where it has none. */
export function typeName(go: Go, written: NodeId): string {
  const { tree } = go;
  const node = pointedTo(go, written);
  const named = tree.kind(node) === "generic_type" ? tree.child(node, "type") : node;
  return named !== undefined && NAMES.has(tree.kind(named)) ? tree.textOf(named) : "";
}

/** The type as an expression: the name that its methods are found by. */
export function typeExpression(go: Go, written: NodeId): Expr {
  const node = pointedTo(go, written);
  const at = go.tree.span(node);
  const [first = "", second] = typeName(go, node).split(".");
  if (first === "") return nothing(at);
  const name: Expr = { e: "name", name: first, at };
  return second === undefined ? name : { e: "member", object: name, name: second, at };
}

/** Names of types that are declared as one another. */
const MAX_HOPS = 8;

/** What a type that the file declares is made of; another type is itself. */
export function underlying(go: Go, written: NodeId): NodeId {
  let node = pointedTo(go, written);
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const declared = go.facts.types.get(typeName(go, node));
    if (declared === undefined) return node;
    node = pointedTo(go, declared);
  }
  return node;
}

/** What a variable of the type is before anything is put into it. */
export function zeroValue(go: Go, { type, at }: { type: NodeId; at: Span }): Expr {
  if (go.tree.kind(type) === "pointer_type") return { e: "const", type: "null", text: "nil", at };
  const node = underlying(go, type);
  switch (go.tree.kind(node)) {
    case "slice_type":
    case "array_type":
      return { e: "list", items: [], at };
    case "struct_type":
    case "type_identifier":
    case "qualified_type":
    case "generic_type":
      return zeroOfName(typeName(go, type), { name: typeName(go, node), at });
    default:
      return { e: "const", type: "null", text: "nil", at };
  }
}

/** `written` is what stands there, `name` what it is declared as. */
function zeroOfName(written: string, { name, at }: { name: string; at: Span }): Expr {
  if (TEXTS.has(name)) return { e: "const", type: "text", text: "", at };
  if (NUMBERS.has(name)) return { e: "const", type: "number", text: "0", at };
  if (BOOLEANS.has(name)) return { e: "const", type: "boolean", text: "false", at };
  if (INTERFACES.has(name)) return { e: "const", type: "null", text: "nil", at };
  return { e: "record", ...(written !== "" && { type: written }), entries: [], at };
}

/** An index that can only be a type: `int` in `f[int]`, `pkg.Type`, `Type`. */
export function isTypeArgument(go: Go, node: NodeId): boolean {
  const { tree } = go;
  const inner = withoutParentheses(tree, node);
  const kind = tree.kind(inner);
  if (kind === "identifier" || kind === "type_identifier") {
    return isTypeName(go, tree.textOf(inner));
  }
  return TYPE_KINDS.has(kind);
}

const TYPE_KINDS = new Set([
  "slice_type",
  "array_type",
  "map_type",
  "channel_type",
  "function_type",
  "interface_type",
  "struct_type",
  "pointer_type",
  "generic_type",
]);

/** A type where an expression is asked for, as `make` and `new` take it. */
export function isType({ tree }: Go, node: NodeId): boolean {
  const kind = tree.kind(node);
  return TYPE_KINDS.has(kind) || kind === "type_identifier" || kind === "qualified_type";
}
