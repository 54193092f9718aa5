// What a schema lets through: a number, one of a list or a text of fixed form carries no more than
// its type allows. Schemas are values of the program; where one is enforced, what was sent is bound
// by it.

import { KEYS } from "./taints.ts";
import { ALL_KINDS, type Kinds, NO_KINDS } from "./kinds.ts";
import { elementOf, madeSafe, memberOf, type Value } from "./values.ts";

export interface Schema {
  /** Kinds of sinks that what it lets through cannot harm; of a leaf. */
  readonly safe: Kinds;
  /** Of an object: its members. What is not among them does not come through. */
  readonly fields?: ReadonlyMap<string, Schema>;
  /** Of a list or a map: any of its values. */
  readonly element?: Schema;
}

export const FREE: Schema = { safe: NO_KINDS };
/** Numbers, booleans, one of a list. */
export const CLOSED: Schema = { safe: ALL_KINDS };

/** What both let through is safe only where both are. */
export function joinSchemas(a: Schema, b: Schema): Schema {
  if (a === b) return a;
  if (a.fields && b.fields) {
    const names = new Set([...a.fields.keys(), ...b.fields.keys()]);
    const fields = [...names].map((name): [string, Schema] => {
      const [one, other] = [a.fields!.get(name), b.fields!.get(name)];
      return [name, one && other ? joinSchemas(one, other) : (one ?? other)!];
    });
    return { safe: NO_KINDS, fields: new Map(fields) };
  }
  if (a.element && b.element) {
    return { safe: NO_KINDS, element: joinSchemas(a.element, b.element) };
  }
  return { safe: safeAt(a, []) & safeAt(b, []) };
}

/** What is safe of the member at a path; of a whole, what all of it is safe for. */
export function safeAt(schema: Schema, path: readonly string[]): Kinds {
  const [name, ...rest] = path;
  const { fields, element, safe } = schema;
  if (name === undefined) {
    const parts = [...fields?.values() ?? [], ...element ? [element] : []];
    if (parts.length === 0) return fields ? ALL_KINDS : safe;
    return parts.reduce((all, part) => all & safeAt(part, []), ALL_KINDS);
  }
  // Names that the schema writes out are nobody's choice.
  if (name === KEYS) return fields ? ALL_KINDS : element ? NO_KINDS : safe;
  if (element) return safeAt(element, rest);
  if (!fields) return safe;
  if (name === "*") return safeAt(schema, []);
  const field = fields.get(name);
  return field ? safeAt(field, rest) : NO_KINDS;
}

/** The value as it comes through. */
export function constrain(value: Value, schema: Schema): Value {
  const { fields, element, safe } = schema;
  if (fields) {
    const kept = [...fields].map(([name, field]): [string, Value] => [
      name,
      constrain(memberOf(value, name), field),
    ]);
    const { taints: _, fields: __, element: ___, ...rest } = value;
    return { ...rest, taints: [], fields: new Map(kept) };
  }
  if (element) return { taints: [], element: constrain(elementOf(value), element) };
  return madeSafe(value, safe);
}

/** A schema, or a record whose members are some. */
export function schemaOf(value: Value): Schema | undefined {
  if (value.schema) return value.schema;
  const members = [...value.fields ?? []].map(([name, field]): [string, Schema | undefined] => [
    name,
    // `{ type: z.string(), description: "…" }`
    field.schema ?? field.fields?.get("type")?.schema,
  ]);
  if (!members.some(([, schema]) => schema)) return undefined;
  return {
    safe: NO_KINDS,
    fields: new Map(members.map(([name, schema]) => [name, schema ?? FREE])),
  };
}
