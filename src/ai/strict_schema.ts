// A schema as the strict modes of providers take it: those few keywords that all of them know. What
// is left out is checked when the answer has come.

import { isObject, type JsonObject } from "./json.ts";

const KEPT = ["type", "enum", "const", "description"];
const MAX_DEPTH = 12;

/** Objects list all of their members as required and allow no others. */
export function strictSchema(schema: JsonObject, depth = 0): JsonObject {
  const strict: Record<string, unknown> = {};
  if (depth > MAX_DEPTH) return strict;
  for (const keyword of KEPT) if (keyword in schema) strict[keyword] = schema[keyword];
  if (isObject(schema["items"])) strict["items"] = strictSchema(schema["items"], depth + 1);
  if (Array.isArray(schema["anyOf"])) {
    strict["anyOf"] = schema["anyOf"].filter(isObject).map((each) => strictSchema(each, depth + 1));
  }
  const { properties } = schema;
  if (isObject(properties)) {
    strict["properties"] = Object.fromEntries(
      Object.entries(properties).map((
        [name, each],
      ) => [name, isObject(each) ? strictSchema(each, depth + 1) : {}]),
    );
    strict["required"] = Object.keys(properties);
    strict["additionalProperties"] = false;
  }
  return strict;
}
