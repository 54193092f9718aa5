// The names and descriptions of parameters, read out of a schema: JSON Schema, Zod and its like,
// Pydantic models. Descent is bounded, so that a schema which holds itself comes to an end.

import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName, type Entry, isList, isRecord } from "./expressions.ts";
import { readModel } from "./python_annotations.ts";
import {
  addParameter,
  type Draft,
  type Entries,
  type RecordEntries,
  requireParameters,
  spendStep,
} from "./reading.ts";
import {
  describe,
  keyPlace,
  nodesOf,
  readValues,
  type SchemaPlace,
  shownText,
  type Values,
} from "./shown_text.ts";
import { schemaType } from "./tool_facts.ts";
import { entriesOf, recordOf, valuesOf } from "./values.ts";

/** Schemas inside schemas. */
const MAX_DEPTH = 6;
/** Calls, lists and names around one schema. */
const MAX_WRAPPERS = 12;

/** Adds what the schema says to the draft; of several, what each says. */
export function readSchema(draft: Draft, schemas: Values, at: SchemaPlace): void {
  const { reading } = draft;
  const wrappers = (at.wrappers ?? 0) + 1;
  if (at.depth > MAX_DEPTH || wrappers > MAX_WRAPPERS) return;
  for (const node of nodesOf(schemas)) {
    for (const schema of valuesOf(reading, node)) {
      if (!spendStep(reading)) return;
      readOne(draft, schema, { ...at, wrappers });
    }
  }
}

function readOne(draft: Draft, schema: NodeId, at: SchemaPlace): void {
  const { tree } = draft.reading;
  const { wrappers: _, ...outer } = at;
  if (isRecord(tree, schema)) return readRecord(draft, schema, outer);
  switch (tree.kind(schema)) {
    case "call_expression":
      return readChain(draft, schema, at);
    case "call":
      return readPythonCall(draft, schema, at);
    case "array":
    case "list":
      return readSchema(draft, [...tree.children(schema)], at);
    case "class_definition":
      return readModel(draft, schema, at);
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
  addParameter(draft, keyPlace(tree, keyNode), {
    isTop: depth === 1,
    ...schemaType(draft.reading, value),
  });
  readSchema(draft, value, { parameter: key, depth });
}

/** Keys under which JSON Schema holds schemas of the same thing. */
const SAME_THING = ["items", "anyOf", "oneOf", "allOf", "additionalProperties"];

function readRecord(draft: Draft, node: NodeId, at: SchemaPlace): void {
  const { reading } = draft;
  const { inOrder, values } = recordOf(reading, node);
  const deeper = { ...at, depth: at.depth + 1 };
  const properties = nodesOf(values.get("properties")).map((each) => recordOf(reading, each));
  if (!isJsonSchema(draft, { values, properties }, at)) {
    for (const entry of inOrder) readParameter(draft, entry, deeper.depth);
    return;
  }
  describe(draft, values.get("description"), at);
  readValues(draft, values.get("enum"), { ...at, role: "choice" });
  readValues(draft, values.get("const"), { ...at, role: "choice" });
  readValues(draft, values.get("default"), { ...at, role: "default" });
  readValues(draft, values.get("examples"), { ...at, role: "example" });
  for (const record of properties) {
    for (const entry of record.inOrder) readParameter(draft, entry, deeper.depth);
  }
  if (at.depth === 0 && properties.length > 0) readRequired(draft, values.get("required"));
  for (const key of SAME_THING) readSchema(draft, values.get(key), deeper);
  for (const key of ["$defs", "definitions"]) {
    for (const definitions of nodesOf(values.get(key))) {
      for (const entry of recordOf(reading, definitions).inOrder) {
        readSchema(draft, entry.value, deeper);
      }
    }
  }
  // mcp-framework: `{ type: z.string(), description: "…" }`.
  for (const type of nodesOf(values.get("type"))) {
    if (/^call/.test(reading.tree.kind(type))) readSchema(draft, type, deeper);
  }
}

function readRequired(draft: Draft, lists: Values): void {
  const { reading } = draft;
  const { tree } = reading;
  const names = new Set<string>();
  for (const list of nodesOf(lists).flatMap((node) => valuesOf(reading, node))) {
    const elements = isList(tree, list) || isRecord(tree, list) ? tree.children(list) : [];
    for (const element of elements) {
      const name = shownText(reading, element, "name")?.text;
      if (name !== undefined) names.add(name);
    }
  }
  requireParameters(draft, names);
}

/** Tells a JSON Schema from a table of parameters, one of which may be called `description`. */
function isJsonSchema(
  { reading }: Draft,
  { values, properties }: { values: Entries; properties: readonly RecordEntries[] },
  at: SchemaPlace,
): boolean {
  if (properties.some(({ nodes }) => nodes.some((node) => isRecord(reading.tree, node)))) {
    return true;
  }
  const isText = (key: string): boolean =>
    shownText(reading, values.get(key), "name") !== undefined;
  if (isText("type") || isText("$ref")) return true;
  if (at.parameter !== undefined) return isText("description");
  return ["anyOf", "oneOf", "allOf"].some((key) =>
    nodesOf(values.get(key)).some((node) => isList(reading.tree, node))
  );
}

/** Calls whose arguments are all that a parameter may be. */
const CHOOSING = new Set(["enum", "literal", "Literal", "Enum"]);
const DESCRIBING = new Set(["describe", "description"]);
/** Methods that take a record with a description of what they are called on. */
const ANNOTATING = new Set(["meta", "annotations", "openapi", "register"]);
/** Calls whose records are tables of parameters. */
const SHAPING = new Set([
  "object",
  "strictObject",
  "looseObject",
  "extend",
  "safeExtend",
  "Object",
  "type",
  "raw",
]);

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
    else if (name !== undefined && CHOOSING.has(name)) {
      readValues(draft, arguments_, { ...at, role: "choice" });
    } else if (name === "default" || name === "prefault") {
      readValues(draft, arguments_, { ...at, role: "default" });
    } else if (name !== undefined && ANNOTATING.has(name)) readAnnotations(draft, arguments_, at);
    else if (name !== undefined) inside.push({ name, arguments_ });
    const callee: NodeId | undefined = tree.child(node, "function");
    node = callee === undefined ? undefined : tree.child(callee, "object");
  }
  // `BaseSchema.extend({ … })`.
  if (from !== undefined && /identifier|member/.test(tree.kind(from))) {
    const base = valuesOf(reading, from).filter((value) => value !== from && value !== call);
    readSchema(draft, base, at);
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
  const { nodes, inOrder, values } = recordOf(reading, argument);
  const record = nodes.find((node) => isRecord(reading.tree, node));
  if (record === undefined) return readSchema(draft, argument, at);
  if (SHAPING.has(name)) {
    // TypeBox gives options as a second record: `Type.Object({ … }, { description: "…" })`.
    if (shownText(reading, values.get("description"), "name")) {
      describe(draft, values.get("description"), at);
    } else for (const entry of inOrder) readParameter(draft, entry, at.depth + 1);
  } else if (!VALUES.has(name)) readRecord(draft, record, at);
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
