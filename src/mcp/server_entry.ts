// One server of a client configuration, in whichever client's spelling. What a client would read
// is read; the rest of the entry is kept as settings, bounded.

import type { Located, ServerDef } from "../core/mod.ts";
import { type JsonNode, jsonValue } from "../syntax/mod.ts";
import { credentialsOf } from "./server_secrets.ts";

/** Values of an entry beyond what starts the server; clients know some twenty keys. */
const MAX_SETTINGS = 1_000;

/** Keys that `ServerDef` has fields of its own for. */
const FIELDS = new Set([
  "command",
  "args",
  "env",
  "environment",
  "url",
  "serverUrl",
  "httpUrl",
  "headers",
]);

export function readServer(
  text: string,
  { name, entry }: { name: Located<string>; entry: JsonNode },
): ServerDef | undefined {
  const url = stringAt(
    text,
    jsonValue(entry, "url") ?? jsonValue(entry, "serverUrl") ?? jsonValue(entry, "httpUrl"),
  );
  const start = startOf(text, entry);
  if (!start.command && !url) return undefined;
  const values = {
    name,
    ...start,
    ...(url && { url }),
    headers: valuesOf(text, jsonValue(entry, "headers")),
    settings: settingsOf(text, entry),
  };
  return { ...values, credentials: credentialsOf(values) };
}

/** What is run, with what, and in which environment. */
function startOf(text: string, entry: JsonNode): Pick<ServerDef, "command" | "args" | "env"> {
  const command = jsonValue(entry, "command");
  // Zed used to nest them: `"command": { "path": …, "args": …, "env": … }`.
  const from = command?.type === "object" ? command : entry;
  const words = command?.type === "array" ? scalarsOf(text, command) : [];
  const program = words[0] ??
    stringAt(text, command?.type === "object" ? jsonValue(command, "path") : command);
  const args = [...words.slice(1), ...scalarsOf(text, jsonValue(from, "args"))];
  return {
    ...(program && { command: program }),
    args,
    env: valuesOf(text, jsonValue(from, "env") ?? jsonValue(from, "environment")),
  };
}

function settingsOf(text: string, entry: JsonNode): ServerDef["settings"] {
  const settings: [string, Located<string>[]][] = [];
  for (const { key, value } of properties(entry)) {
    if (settings.length >= MAX_SETTINGS) break;
    if (FIELDS.has(key)) continue;
    if (value.type !== "object") settings.push([key, scalarsOf(text, value)]);
    else {
      for (const inner of properties(value).slice(0, MAX_SETTINGS - settings.length)) {
        settings.push([`${key}.${inner.key}`, scalarsOf(text, inner.value)]);
      }
    }
  }
  return Object.fromEntries(settings);
}

function valuesOf(text: string, object: JsonNode | undefined): Record<string, Located<string>> {
  // `fromEntries` makes a plain property even of `__proto__`.
  return Object.fromEntries(
    properties(object).flatMap(({ key, value }): [string, Located<string>][] => {
      const found = located(text, value);
      return found ? [[key, found]] : [];
    }),
  );
}

function properties(object: JsonNode | undefined): { key: string; value: JsonNode }[] {
  if (object?.type !== "object") return [];
  return (object.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key && value ? [{ key: String(key.value), value }] : [];
  });
}

/** A scalar alone, or those of a list. */
function scalarsOf(text: string, node: JsonNode | undefined): Located<string>[] {
  if (!node) return [];
  const nodes = node.type === "array" ? node.children ?? [] : [node];
  return nodes.flatMap((item) => located(text, item) ?? []);
}

function stringAt(text: string, node: JsonNode | undefined): Located<string> | undefined {
  return node?.type === "string" ? located(text, node) : undefined;
}

/** A string without its quotes, or a number or boolean as it stands. */
export function located(text: string, node: JsonNode): Located<string> | undefined {
  const { offset, length } = node;
  switch (node.type) {
    case "string": {
      const closed = length > 1 && text[offset + length - 1] === '"';
      const span = { start: offset + 1, end: offset + length - (closed ? 1 : 0) };
      return { value: String(node.value), span };
    }
    case "number":
    case "boolean":
      return { value: String(node.value), span: { start: offset, end: offset + length } };
    default:
      return undefined;
  }
}
