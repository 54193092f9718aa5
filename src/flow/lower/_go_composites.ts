// Composite literals: slices and arrays to lists, maps and structs to records. What stands inside
// may leave its type out, and then has the one that the type around it says.

import type { NodeId } from "../../syntax/mod.ts";
import type { Entry, Expr } from "../ir.ts";
import { type Go, inField, nothing } from "./_go_context.ts";
import { fieldDeclarations, pointedTo, typeName, underlying } from "./_go_types.ts";

export function lowerComposite(go: Go, node: NodeId): Expr {
  const body = go.tree.child(node, "body");
  if (body === undefined) return nothing(go.tree.span(node));
  return literalOf(go, { node, body, type: go.tree.child(node, "type") });
}

/** `{…}` where the type around it is not known. */
export function lowerUntyped(go: Go, node: NodeId): Expr {
  return literalOf(go, { node, body: node, type: undefined });
}

interface Literal {
  readonly node: NodeId;
  readonly body: NodeId;
  readonly type: NodeId | undefined;
}

const LISTS = new Set(["slice_type", "array_type", "implicit_length_array_type"]);

function literalOf(go: Go, literal: Literal): Expr {
  const { tree } = go;
  const { type, body } = literal;
  const made = type === undefined ? undefined : underlying(go, type);
  const kind = made === undefined ? "" : tree.kind(made);
  if (made !== undefined && LISTS.has(kind)) {
    return listOf(go, literal, tree.child(made, "element"));
  }
  if (made !== undefined && kind === "map_type") {
    return mapOf(go, literal, tree.child(made, "value"));
  }
  if (type === undefined && tree.firstChild(body, "keyed_element") === undefined) {
    return listOf(go, literal, undefined);
  }
  return structOf(go, literal, made);
}

function listOf(go: Go, { node, body }: Literal, element: NodeId | undefined): Expr {
  const items = Array.from(go.tree.children(body), (child) => {
    // `5: "x"` says where the element stands.
    const value = valueNode(go, child);
    return { value: elementOf(go, value, element) };
  });
  return { e: "list", items, at: go.tree.span(node) };
}

function mapOf(go: Go, { node, body }: Literal, element: NodeId | undefined): Expr {
  const entries = Array.from(go.tree.children(body), (child): Entry => {
    const value = elementOf(go, valueNode(go, child), element);
    return { ...mapKey(go, child), value };
  });
  return { e: "record", entries, at: go.tree.span(node) };
}

function mapKey(go: Go, element: NodeId): Pick<Entry, "key" | "computed"> {
  const written = keyNode(go, element);
  if (written === undefined) return { key: undefined };
  const computed = go.expression(written);
  const isConstant = computed.e === "const" && computed.type !== "null";
  return isConstant ? { key: computed.text } : { key: undefined, computed };
}

/** A struct, or a type of another file, which may be anything; its keys tell. */
function structOf(go: Go, { node, body, type }: Literal, made: NodeId | undefined): Expr {
  const isStruct = made !== undefined && go.tree.kind(made) === "struct_type";
  const fields = isStruct ? fieldNames(go, made) : [];
  const entries = Array.from(go.tree.children(body), (child, i): Entry => {
    const value = elementOf(go, valueNode(go, child), undefined);
    return go.tree.kind(child) === "keyed_element"
      ? { ...structKey(go, child), value }
      : { key: fields[i], value };
  });
  const name = type === undefined ? "" : typeName(go, type);
  const at = go.tree.span(node);
  const record: Expr = { e: "record", ...(name !== "" && { type: name }), entries, at };
  return name === COMMAND ? commandOf(record) : record;
}

const COMMAND = "exec.Cmd";

/** A command filled by hand, as if a function was given what it is made of. */
function commandOf(record: Expr): Expr {
  const { at } = record;
  const [object = "", name = ""] = COMMAND.split(".");
  const callee: Expr = { e: "member", object: { e: "name", name: object, at }, name, at };
  return { e: "call", callee, args: [{ value: record }], isNew: true, at };
}

function structKey(go: Go, element: NodeId): Pick<Entry, "key" | "computed"> {
  const written = keyNode(go, element);
  return written !== undefined && go.tree.kind(written) === "identifier"
    ? { key: go.tree.textOf(written) }
    : mapKey(go, element);
}

/** The names of a struct's fields in order; an embedded one goes by its type's. */
function fieldNames(go: Go, struct: NodeId): readonly string[] {
  let names = go.fieldNames.get(struct);
  if (!names) go.fieldNames.set(struct, names = readFieldNames(go, struct));
  return names;
}

function readFieldNames(go: Go, struct: NodeId): string[] {
  return fieldDeclarations(go, struct).flatMap((field) => {
    const names = inField(go.tree, field, "name").map((name) => go.tree.textOf(name));
    if (names.length > 0) return names;
    const type = go.tree.child(field, "type");
    return type === undefined ? [] : [typeName(go, type).replace(/^.*\./, "")];
  });
}

/** The value of `key: value` or of a lone element, without what wraps it. */
function valueNode(go: Go, element: NodeId): NodeId {
  const { tree } = go;
  const value = tree.kind(element) === "keyed_element" ? tree.child(element, "value") : element;
  return insideElement(go, value ?? element);
}

function keyNode(go: Go, element: NodeId): NodeId | undefined {
  if (go.tree.kind(element) !== "keyed_element") return undefined;
  const key = go.tree.child(element, "key");
  return key === undefined ? undefined : insideElement(go, key);
}

function insideElement({ tree }: Go, node: NodeId): NodeId {
  return tree.kind(node) === "literal_element" ? tree.firstChild(node) ?? node : node;
}

function elementOf(go: Go, node: NodeId, type: NodeId | undefined): Expr {
  if (type === undefined || go.tree.kind(node) !== "literal_value") return go.expression(node);
  return go.budget.node(
    () => literalOf(go, { node, body: node, type: pointedTo(go, type) }),
    () => nothing(go.tree.span(node)),
  );
}
