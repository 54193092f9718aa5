// Whether a value meets a JSON Schema, for the few keywords that our own questions use. Says what
// was expected in words of the schema's, never of the value's.

import { isObject, type JsonObject } from "./json.ts";

const MAX_DEPTH = 12;

/** What was expected and where; `undefined` where the value meets the schema. */
export function schemaFault(
  value: unknown,
  schema: JsonObject,
  at = "it",
  depth = 0,
): string | undefined {
  if (depth > MAX_DEPTH) return `${at} to be less deep`;
  const { type, enum: choices, const: constant, anyOf } = schema;
  if (Array.isArray(anyOf)) {
    const faults = anyOf.filter(isObject).map((each) => schemaFault(value, each, at, depth + 1));
    if (faults.length > 0 && !faults.includes(undefined)) return faults[0];
  }
  if (constant !== undefined && value !== constant) {
    return `${at} to be ${JSON.stringify(constant)}`;
  }
  if (Array.isArray(choices) && !choices.includes(value)) {
    return `${at} to be one of ${choices.map((each) => JSON.stringify(each)).join(", ")}`;
  }
  const types = typeof type === "string" ? [type] : Array.isArray(type) ? type : [];
  if (types.length > 0 && !types.some((each) => isOfType(value, String(each)))) {
    return `${at} to be of type ${types.join(" or ")}`;
  }
  if (typeof value === "string") return stringFault(value, schema, at);
  if (typeof value === "number") return numberFault(value, schema, at);
  if (Array.isArray(value)) return arrayFault(value, schema, at, depth);
  return isObject(value) ? objectFault(value, schema, at, depth) : undefined;
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isSafeInteger(value);
    case "string":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    default:
      return false;
  }
}

function stringFault(value: string, schema: JsonObject, at: string): string | undefined {
  const { minLength, maxLength } = schema;
  if (typeof maxLength === "number" && value.length > maxLength) {
    return `${at} to have at most ${maxLength} characters`;
  }
  if (typeof minLength === "number" && value.length < minLength) {
    return `${at} to have at least ${minLength} characters`;
  }
  return undefined;
}

function numberFault(value: number, schema: JsonObject, at: string): string | undefined {
  const { minimum, maximum } = schema;
  if (typeof minimum === "number" && value < minimum) return `${at} to be at least ${minimum}`;
  if (typeof maximum === "number" && value > maximum) return `${at} to be at most ${maximum}`;
  return undefined;
}

function arrayFault(
  value: readonly unknown[],
  { items, minItems, maxItems }: JsonObject,
  at: string,
  depth: number,
): string | undefined {
  if (typeof maxItems === "number" && value.length > maxItems) {
    return `${at} to have at most ${maxItems} elements`;
  }
  if (typeof minItems === "number" && value.length < minItems) {
    return `${at} to have at least ${minItems} elements`;
  }
  if (!isObject(items)) return undefined;
  for (const each of value) {
    const fault = schemaFault(each, items, `each element of ${at}`, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function objectFault(
  value: JsonObject,
  { properties, required, additionalProperties }: JsonObject,
  at: string,
  depth: number,
): string | undefined {
  const known = isObject(properties) ? properties : {};
  for (const name of Array.isArray(required) ? required : []) {
    if (!Object.hasOwn(value, String(name))) return `${at} to have "${name}"`;
  }
  for (const [name, each] of Object.entries(known)) {
    if (!Object.hasOwn(value, name) || !isObject(each)) continue;
    const fault = schemaFault(value[name], each, `"${name}"`, depth + 1);
    if (fault !== undefined) return fault;
  }
  if (
    additionalProperties === false && Object.keys(value).some((name) => !Object.hasOwn(known, name))
  ) {
    return `${at} to have no other members than ${Object.keys(known).join(", ")}`;
  }
  return undefined;
}
