// A JSON object out of what a model wrote, and whether it meets the schema that was asked for.

import { isObject, type JsonObject } from "./json.ts";

const MAX_TEXT = 200_000;
/** Places that may start an object before the search ends. */
const MAX_STARTS = 20;

/** The whole text, a fenced block, or the first balanced object; `undefined` where none is there. */
export function extractObject(text: string): JsonObject | undefined {
  if (text.length > MAX_TEXT) return undefined;
  return parseObject(text) ?? parseObject(fenced(text)) ?? balanced(text);
}

function parseObject(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function fenced(text: string): string | undefined {
  const open = text.indexOf("```");
  const start = text.indexOf("\n", open);
  if (open < 0 || start < 0) return undefined;
  const end = text.indexOf("```", start);
  return end < 0 ? undefined : text.slice(start + 1, end);
}

function balanced(text: string): JsonObject | undefined {
  let start = text.indexOf("{");
  for (let tried = 0; start >= 0 && tried < MAX_STARTS; tried++) {
    const end = closing(text, start);
    const found = end === undefined ? undefined : parseObject(text.slice(start, end));
    if (found !== undefined) return found;
    start = text.indexOf("{", start + 1);
  }
  return undefined;
}

/** Where the object that opens at `start` ends; braces inside of strings do not count. */
function closing(text: string, start: number): number | undefined {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isString) {
      if (character === "\\") at++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}
