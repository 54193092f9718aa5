// Parameters as Python declares them: names of a signature, annotations, `Field(description=…)`,
// and the models of Pydantic, dataclasses and typed dictionaries.

import type { LinkedTree } from "./linked_tree.ts";
import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName, lastName } from "./expressions.ts";
import { addParameter, type Draft, nodeText, spendStep } from "./reading.ts";
import { describe, readValues, type SchemaPlace } from "./shown_text.ts";
import { writtenType } from "./tool_facts.ts";
import { entriesOf, valuesOf } from "./values.ts";

/** Nodes of one annotation. */
const MAX_ANNOTATION = 400;
const MAX_DEPTH = 6;

/** Parameters of a function that the framework fills in, so that the model never sees them. */
const INJECTED_NAMES = new Set(["self", "cls"]);
const INJECTED_TYPES = /^(?:\w{1,40}\.)?(?:Context|RunContext|ToolContext|InjectedState)\b/;

const FIELDS = new Set(["Field", "Param", "Query", "Body", "Path", "Form", "Argument", "field"]);

/** Names and descriptions of the parameters of `function_definition`. */
export function readSignature(draft: Draft, definition: NodeId): void {
  const { tree } = draft.reading;
  const list = tree.child(definition, "parameters");
  if (list === undefined) return;
  for (const parameter of tree.children(list)) {
    const name = parameterName(tree, parameter);
    if (name === undefined || INJECTED_NAMES.has(tree.textOf(name))) continue;
    const type = tree.child(parameter, "type");
    if (type !== undefined && INJECTED_TYPES.test(tree.textOf(type))) continue;
    const value = tree.child(parameter, "value");
    const written = writtenType(tree, type);
    addParameter(draft, nodeText(tree, name), {
      isTop: true,
      ...(written !== undefined && { type: written }),
      required: value === undefined || isRequiredField(draft, value),
    });
    const at = { parameter: tree.textOf(name), depth: 1 };
    readAnnotation(draft, type, at);
    readField(draft, value, at);
  }
}

function parameterName(tree: LinkedTree, parameter: NodeId): NodeId | undefined {
  switch (tree.kind(parameter)) {
    case "identifier":
      return parameter;
    case "default_parameter":
    case "typed_default_parameter":
      return tree.child(parameter, "name");
    case "typed_parameter":
      return tree.firstChild(parameter, "identifier");
    default:
      return undefined;
  }
}

/** A class that stands for a schema: its docstring and its fields. */
export function readModel(draft: Draft, definition: NodeId, at: SchemaPlace): void {
  const { reading } = draft;
  const { tree } = reading;
  if (at.depth > MAX_DEPTH) return;
  const body = tree.child(definition, "body");
  if (body === undefined) return;
  describe(draft, docstringOf(tree, definition), at);
  const bases = tree.child(definition, "superclasses");
  if (bases !== undefined) {
    for (const base of tree.children(bases)) readNamedModel(draft, base, { ...at });
  }
  for (const statement of tree.children(body)) {
    if (!spendStep(reading)) return;
    const field = tree.firstChild(statement, "assignment");
    const name = field === undefined ? undefined : tree.child(field, "left");
    const type = field === undefined ? undefined : tree.child(field, "type");
    if (field === undefined || name === undefined || type === undefined) continue;
    if (tree.kind(name) !== "identifier" || /^model_config$|^_/.test(tree.textOf(name))) continue;
    const value = tree.child(field, "right");
    const written = writtenType(tree, type);
    addParameter(draft, nodeText(tree, name), {
      isTop: at.parameter === undefined,
      ...(written !== undefined && { type: written }),
      required: value === undefined || isRequiredField(draft, value),
    });
    const place = { parameter: tree.textOf(name), depth: at.depth + 1 };
    readAnnotation(draft, type, place);
    readField(draft, value, place);
  }
}

/** `Field(…)` and `Field(description=…)` give no default. */
function isRequiredField({ reading }: Draft, value: NodeId): boolean {
  const { tree } = reading;
  if (tree.kind(value) !== "call" || !FIELDS.has(calleeName(tree, value) ?? "")) return false;
  const [first] = argumentsOf(tree, value);
  if (first !== undefined) return tree.shortText(first, 4) === "...";
  const entries = entriesOf(reading, value);
  return !entries.has("default") && !entries.has("default_factory");
}

/** The string that a function or class starts with. */
export function docstringOf(tree: LinkedTree, definition: NodeId): NodeId | undefined {
  const body = tree.child(definition, "body");
  const first = body === undefined ? undefined : tree.firstChild(body);
  if (first === undefined || tree.kind(first) !== "expression_statement") return undefined;
  const text = tree.firstChild(first);
  return text !== undefined && /string$/.test(tree.kind(text)) ? text : undefined;
}

function readField(draft: Draft, node: NodeId | undefined, at: SchemaPlace): void {
  const { reading } = draft;
  if (node === undefined || reading.tree.kind(node) !== "call") return;
  const name = calleeName(reading.tree, node);
  if (name === "Doc") return describe(draft, argumentsOf(reading.tree, node)[0], at);
  if (name === undefined || !FIELDS.has(name)) return;
  const entries = entriesOf(reading, node);
  describe(draft, entries.get("title"), at);
  describe(draft, entries.get("description"), at);
  const given = argumentsOf(reading.tree, node)[0];
  readValues(draft, given === undefined ? entries.get("default") : [given], {
    ...at,
    role: "default",
  });
  readValues(draft, entries.get("examples"), { ...at, role: "example" });
}

/** `Annotated[str, Field(description="…")]`, `Annotated[str, "…"]`, a model, or a name of such. */
function readAnnotation(draft: Draft, type: NodeId | undefined, at: SchemaPlace): void {
  const { reading } = draft;
  const { tree } = reading;
  if (type === undefined || at.depth > MAX_DEPTH) return;
  const end = Math.min(tree.next(type), type + MAX_ANNOTATION);
  for (let node = type; node < end;) {
    if (!spendStep(reading)) return;
    const kind = tree.kind(node);
    if (kind === "call") {
      readField(draft, node, at);
      node = tree.next(node);
    } else if (kind === "string") {
      if (isAnnotation(tree, node)) describe(draft, node, at);
      else if (isIn(tree, node, "Literal")) readValues(draft, [node], { ...at, role: "choice" });
      node = tree.next(node);
    } else {
      if (kind === "identifier") readNamedModel(draft, node, at);
      node++;
    }
  }
}

/** True for the text of `Annotated[…, "text"]`, which a `Literal["value"]` is not. */
function isAnnotation(tree: LinkedTree, text: NodeId): boolean {
  return isIn(tree, text, "Annotated");
}

/** Whether a text stands in the brackets of a type of that name. */
function isIn(tree: LinkedTree, text: NodeId, name: string): boolean {
  let up = tree.parent(text);
  while (up !== undefined && /^(?:type|type_parameter)$/.test(tree.kind(up))) up = tree.parent(up);
  if (up === undefined) return false;
  const generic = tree.kind(up) === "subscript" ? tree.child(up, "value") : tree.firstChild(up);
  return generic !== undefined && lastName(tree, generic) === name;
}

function readNamedModel(draft: Draft, name: NodeId, at: SchemaPlace): void {
  const { reading } = draft;
  const { tree } = reading;
  if (tree.kind(name) !== "identifier") return;
  const text = tree.textOf(name);
  const deeper = { ...at, depth: at.depth + 1 };
  const binding = tree.bindingOf(name, text);
  if (binding?.kind === "value") {
    // An alias: `Path = Annotated[str, Field(description="…")]`.
    for (const value of binding.nodes) {
      if (tree.kind(value) === "subscript") readAnnotation(draft, value, deeper);
    }
    return;
  }
  for (const definition of valuesOf(reading, name)) {
    if (tree.kind(definition) === "class_definition") readModel(draft, definition, deeper);
    else if (tree.kind(definition) === "subscript") readAnnotation(draft, definition, deeper);
  }
}
