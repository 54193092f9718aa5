// JSON with comments as plain objects. What a file inherits by a key such as `__proto__` is not its
// own, so that fields are asked for by `fieldOf` alone.

import { parse } from "jsonc-parser";
import { nestingDepth } from "../../syntax/mod.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** The parser recurses; no real file comes near. */
const MAX_DEPTH = 200;

export function jsonObject(text: string): JsonObject | undefined {
  if (text === "" || nestingDepth(text) > MAX_DEPTH) return undefined;
  try {
    const value: unknown = parse(text, [], { allowTrailingComma: true });
    return isObject(value) ? value : undefined;
  } catch (error) {
    // Comments can hide brackets from the count.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object's own field. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function textField(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === "string" ? field : undefined;
}

/** A text, or those of a list. */
export function textsOf(value: unknown): readonly string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.filter((item) => typeof item === "string");
}
