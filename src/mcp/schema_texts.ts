// The names and descriptions of parameters, read out of a schema: JSON Schema, Zod and its like,
// Pydantic models. Descent is bounded, so that a schema which holds itself comes to an end.

import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName, type Entry, isRecord } from "./expressions.ts";
import { readModel } from "./python_annotations.ts";
import { addText, type Draft, spendStep } from "./reading.ts";
import { describe, keyPlace, type SchemaPlace, shownText } from "./shown_text.ts";
import { entriesOf, entryNodes, resolveValue } from "./values.ts";

/** Schemas inside schemas. */
const MAX_DEPTH = 6;
/** Calls, lists and names around one schema. */
const MAX_WRAPPERS = 12;

/** Adds what the schema `node` says to the draft. */
export function readSchema(draft: Draft, node: NodeId | undefined, at: SchemaPlace): void {
  const { reading } = draft;
  if (node === undefined || at.depth > MAX_DEPTH || !spendStep(reading)) return;
  const { tree } = reading;
  const schema = resolveValue(reading, node);
  if (isRecord(tree, schema)) return readRecord(draft, schema, at);
  const wrappers = (at.wrappers ?? 0) + 1;
  if (wrappers > MAX_WRAPPERS) return;
  const inner = { ...at, wrappers };
  switch (tree.kind(schema)) {
    case "call_expression":
      return readChain(draft, schema, inner);
    case "call":
      return readPythonCall(draft, schema, inner);
    case "array":
    case "list":
      for (const element of tree.children(schema)) readSchema(draft, element, inner);
      return;
    case "class_definition":
      return readModel(draft, schema, inner);
  }
}

/** A parameter's name and what its schema says. */
export function readParameter(
  draft: Draft,
  { key, keyNode, value }: Entry,
  depth: number,
): void {
  const { tree } = draft.reading;
  if (tree.kind(value) === "method_definition") return;
  addText(draft, keyPlace(tree, keyNode), { role: "parameter" });
  readSchema(draft, value, { parameter: key, depth });
}

/** Keys under which JSON Schema holds schemas of the same thing. */
const SAME_THING = [
  "items",
  "anyOf",
  "oneOf",
  "allOf",
  "additionalProperties",
  "Items",
  "AnyOf",
  "OneOf",
];

function readRecord(draft: Draft, node: NodeId, at: SchemaPlace): void {
  const { reading } = draft;
  const entries = new Map<string, Entry>();
  for (const entry of entryNodes(reading, node)) entries.set(entry.key, entry);
  const value = (key: string): NodeId | undefined => entries.get(key)?.value;
  const properties = value("properties") ?? value("Properties");
  const record = properties === undefined ? undefined : resolveValue(reading, properties);
  if (isJsonSchema(draft, { entries, record }, at)) {
    describe(draft, value("description") ?? value("Description"), at);
    if (record !== undefined) {
      for (const entry of entryNodes(reading, record)) readParameter(draft, entry, at.depth + 1);
    }
    for (const key of SAME_THING) readSchema(draft, value(key), { ...at, depth: at.depth + 1 });
    for (const key of ["$defs", "definitions"]) {
      const definitions = value(key);
      if (definitions === undefined) continue;
      for (const entry of entryNodes(reading, resolveValue(reading, definitions))) {
        readSchema(draft, entry.value, { ...at, depth: at.depth + 1 });
      }
    }
    // mcp-framework: `{ type: z.string(), description: "…" }`.
    const type = value("type");
    if (type !== undefined && /^call/.test(reading.tree.kind(type))) readSchema(draft, type, at);
    return;
  }
  for (const entry of entries.values()) readParameter(draft, entry, at.depth + 1);
}

/** Tells a JSON Schema from a table of parameters, one of which may be called `description`. */
function isJsonSchema(
  { reading }: Draft,
  { entries, record }: { entries: ReadonlyMap<string, Entry>; record: NodeId | undefined },
  at: SchemaPlace,
): boolean {
  const { tree } = reading;
  if (record !== undefined && isRecord(tree, record)) return true;
  const isText = (key: string): boolean => {
    const value = entries.get(key)?.value;
    return value !== undefined && shownText(reading, value, "name") !== undefined;
  };
  if (isText("type") || isText("Type") || isText("$ref")) return true;
  if (at.parameter !== undefined) return isText("description") || isText("Description");
  return ["anyOf", "oneOf", "allOf"].some((key) => {
    const value = entries.get(key)?.value;
    return value !== undefined && tree.kind(value) === "array";
  });
}

const DESCRIBING = new Set(["describe", "description"]);
/** Methods that take a record with a description of what they are called on. */
const ANNOTATING = new Set(["meta", "annotations", "openapi", "register"]);
/** Calls whose records are tables of parameters. */
const SHAPING = new Set([
  "object",
  "strictObject",
  "looseObject",
  "interface",
  "extend",
  "safeExtend",
  "augment",
  "Object",
  "Struct",
  "partial",
  "strict",
  "shape",
  "type",
  "setKey",
  "raw",
]); // deno-fmt-ignore-line

/** `z.object({ … }).strict().describe("…")`, from the outside in. */
function readChain(draft: Draft, call: NodeId, at: SchemaPlace): void {
  const { reading } = draft;
  const { tree } = reading;
  const inside: { name: string; arguments_: readonly NodeId[] }[] = [];
  let from: NodeId | undefined;
  for (let node: NodeId | undefined = call; node !== undefined;) {
    if (!spendStep(reading)) return;
    from = node;
    if (tree.kind(node) !== "call_expression") break;
    const name = calleeName(tree, node);
    const arguments_ = argumentsOf(tree, node);
    if (name !== undefined && DESCRIBING.has(name)) describe(draft, arguments_[0], at);
    else if (name !== undefined && ANNOTATING.has(name)) readAnnotations(draft, arguments_, at);
    else if (name !== undefined) inside.push({ name, arguments_ });
    const callee: NodeId | undefined = tree.child(node, "function");
    node = callee === undefined ? undefined : tree.child(callee, "object");
  }
  // `BaseSchema.extend({ … })`.
  if (from !== undefined && /identifier|member/.test(tree.kind(from))) {
    const value = resolveValue(reading, from);
    if (value !== from && value !== call) readSchema(draft, value, at);
  }
  for (const { name, arguments_ } of inside.reverse()) {
    for (const argument of arguments_) readArgument(draft, { name, argument }, at);
  }
}

function readAnnotations(draft: Draft, arguments_: readonly NodeId[], at: SchemaPlace): void {
  for (const argument of arguments_) {
    describe(draft, entriesOf(draft.reading, argument).get("description"), at);
  }
}

function readArgument(
  draft: Draft,
  { name, argument }: { name: string; argument: NodeId },
  at: SchemaPlace,
): void {
  const { reading } = draft;
  const value = resolveValue(reading, argument);
  if (!isRecord(reading.tree, value)) return readSchema(draft, value, at);
  if (SHAPING.has(name)) {
    const entries = entryNodes(reading, value);
    const options = entries.find((entry) => entry.key === "description");
    // TypeBox gives options as a second record: `Type.Object({ … }, { description: "…" })`.
    if (options && shownText(reading, options.value, "name")) describe(draft, options.value, at);
    else for (const entry of entries) readParameter(draft, entry, at.depth + 1);
  } else if (!VALUES.has(name)) readRecord(draft, value, at);
}

/** Calls whose records are values, not schemas. */
const VALUES = new Set(["default", "prefault", "catch", "literal", "enum", "nativeEnum", "refine"]);

/** `Model.model_json_schema()`, `dict(type="object", …)`, `TypeAdapter(Model).json_schema()`. */
function readPythonCall(draft: Draft, call: NodeId, at: SchemaPlace): void {
  const { reading } = draft;
  const { tree } = reading;
  const name = calleeName(tree, call);
  if (name === "dict") return readRecord(draft, call, at);
  const callee = tree.child(call, "function");
  const object = callee === undefined ? undefined : tree.child(callee, "object");
  if (object !== undefined && /schema/.test(name ?? "")) return readSchema(draft, object, at);
  for (const argument of argumentsOf(tree, call)) readSchema(draft, argument, at);
}
