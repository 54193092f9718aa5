// What a declaration tells of a tool beside its texts: hints, parameters' types, and the function
// that does the work.

import type { ToolAnnotations } from "../core/mod.ts";
import type { NodeId } from "../syntax/mod.ts";
import { argumentsOf, calleeName, isList, isRecord } from "./expressions.ts";
import type { LinkedTree } from "./linked_tree.ts";
import type { Draft, Reading } from "./reading.ts";
import type { Values } from "./shown_text.ts";
import { nodesOf, shownText } from "./shown_text.ts";
import { entriesOf, recordOf, valuesOf } from "./values.ts";

const HINTS = ["readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"] as const;

/** `{ readOnlyHint: true }`, as a record, a call or a literal of Go; `{ read_only_hint: … }`. */
export function readHints(draft: Draft, values: Values): void {
  const { reading } = draft;
  const hints: Partial<Record<typeof HINTS[number], boolean>> = { ...draft.annotations };
  for (const node of nodesOf(values)) {
    for (const [key, given] of entriesOf(reading, node)) {
      const name = hintNamed(key);
      const [value, other] = given;
      if (name === undefined || value === undefined || other !== undefined) continue;
      const known = truthOf(reading, value);
      if (known !== undefined) hints[name] = known;
    }
  }
  setHints(draft, hints);
}

export function setHints(draft: Draft, hints: ToolAnnotations): void {
  if (Object.keys(hints).length > 0) draft.annotations = { ...draft.annotations, ...hints };
}

export function hintNamed(key: string): typeof HINTS[number] | undefined {
  const plain = key.replaceAll("_", "").toLowerCase();
  return HINTS.find((hint) =>
    hint.toLowerCase() === plain || hint.toLowerCase() === `${plain}hint`
  );
}

/** `true`, `True`, `ptr(true)`, `ToBoolPtr(true)`, `!0` of minified code. */
export function truthOf(reading: Reading, node: NodeId): boolean | undefined {
  const { tree } = reading;
  const [value, other] = valuesOf(reading, node);
  if (value === undefined || other !== undefined) return undefined;
  if (tree.kind(value) === "call_expression") {
    const [first, second] = argumentsOf(tree, value);
    return first === undefined || second !== undefined ? undefined : truthOf(reading, first);
  }
  switch (tree.shortText(value, 8)) {
    case "true":
    case "True":
    case "!0":
      return true;
    case "false":
    case "False":
    case "!1":
      return false;
    default:
      return numberTruth(tree, value);
  }
}

/** A `!` is a node of its own kind, what it stands before is looked through. */
function numberTruth(tree: LinkedTree, value: NodeId): boolean | undefined {
  const up = tree.parent(value);
  if (up === undefined || tree.kind(up) !== "unary_expression") return undefined;
  const text = tree.shortText(up, 4);
  return text === "!0" ? true : text === "!1" ? false : undefined;
}

/** What stands for a function in Python, JavaScript and Go. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  "arrow_function",
  "function_expression",
  "generator_function",
  "function_declaration",
  "function_definition",
  "method_definition",
  "method_declaration",
  "func_literal",
  "lambda",
]);

/** The function that an expression stands for; of a wrapper's call, the one it is given. */
export function handlerOf(reading: Reading, node: NodeId | undefined): NodeId | undefined {
  const { tree } = reading;
  let at = node;
  for (let hop = 0; hop < MAX_WRAPPERS && at !== undefined; hop++) {
    const values: readonly NodeId[] = valuesOf(reading, at);
    const found = values.find((value) => FUNCTIONS.has(tree.kind(value)));
    if (found !== undefined) return found;
    const call = values.find((value) => /^call/.test(tree.kind(value)));
    if (call === undefined) return undefined;
    at = argumentsOf(tree, call).findLast((argument) => !isRecord(tree, argument));
  }
  return undefined;
}

const MAX_WRAPPERS = 4;
/** Units of a type as it is written. */
const MAX_TYPE = 60;

/** A type's own words, where they are short. */
export function writtenType(tree: LinkedTree, node: NodeId | undefined): string | undefined {
  const text = node === undefined ? "" : tree.shortText(node, MAX_TYPE);
  return text === "" || /\s{2}|\n/.test(text) ? undefined : text;
}

export interface ParameterType {
  readonly type?: string;
  readonly required?: boolean;
}

const TYPE_CALL =
  /^(?:string|number|boolean|array|object|integer|int|enum|record|union|literal|any|unknown|date|bigint|null|tuple|map|set|String|Number|Boolean|Array|Object|Integer|Enum|Record|Union|Literal|Any)$/;
const TYPES: Readonly<Record<string, string>> = {
  int: "integer",
  enum: "string",
  nativeEnum: "string",
  record: "object",
};
const OPTIONAL = /^(?:optional|nullish|default|prefault|Optional)$/;
/** Calls of one schema's chain. */
const MAX_CHAIN = 24;

/** The type that a schema gives its parameter: JSON Schema, or a chain of Zod and its like. */
export function schemaType(reading: Reading, schema: NodeId): ParameterType {
  const { tree } = reading;
  const [value] = valuesOf(reading, schema);
  if (value === undefined) return {};
  if (isRecord(tree, value)) {
    const [type] = nodesOf(recordOf(reading, value).values.get("type"));
    if (type === undefined) return {};
    const [inner = type] = valuesOf(reading, type);
    if (/^call/.test(tree.kind(inner))) return schemaType(reading, inner);
    const text = isList(tree, inner)
      ? [...tree.children(inner)].slice(0, 4).map((each) => tree.constantText(each)?.text ?? "?")
        .join("|")
      : shownText(reading, inner, "name")?.text;
    return text === undefined ? {} : { type: text.slice(0, MAX_TYPE) };
  }
  let required = true;
  let type: string | undefined;
  for (let at: NodeId | undefined = value, left = MAX_CHAIN; at !== undefined && left > 0; left--) {
    if (tree.kind(at) !== "call_expression") break;
    const name = calleeName(tree, at) ?? "";
    if (OPTIONAL.test(name)) required = false;
    const callee: NodeId | undefined = tree.child(at, "function");
    const next: NodeId | undefined = callee === undefined
      ? undefined
      : tree.child(callee, "object");
    // `Type.Optional(Type.String())` has its type inside.
    if (name === "Optional") at = argumentsOf(tree, at)[0];
    else {
      if (TYPE_CALL.test(name)) type = (TYPES[name] ?? name).toLowerCase();
      at = next;
    }
  }
  return type === undefined ? {} : { type, required };
}
