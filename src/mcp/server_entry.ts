// One server of a client configuration, in whichever client's spelling. What a client would read
// is read; the rest of the entry is kept as settings, bounded.

import type { Located, ServerDef } from "../core/mod.ts";
import { type JsonNode, jsonValue } from "../syntax/mod.ts";
import { located, properties, scalarsOf, stringAt } from "./located.ts";
import { credentialsOf } from "./server_secrets.ts";

/** Values of an entry beyond what starts the server; clients know some twenty keys. */
const MAX_SETTINGS = 1_000;

/** Keys that `ServerDef` has fields of its own for. */
const FIELDS = new Set([
  "command",
  "cmd",
  "args",
  "env",
  "envs",
  "environment",
  "url",
  "uri",
  "serverUrl",
  "httpUrl",
  "headers",
  "http_headers",
]);

export function readServer(
  text: string,
  { name, entry, group }: { name: Located<string>; entry: JsonNode; group: number },
): ServerDef | undefined {
  // Continue nests what starts or reaches the server.
  const transport = jsonValue(entry, "transport");
  const from = transport?.type === "object" ? transport : entry;
  const url = stringAt(text, valueOf(from, ["url", "serverUrl", "httpUrl", "uri"]));
  const start = startOf(text, from);
  if (!start.command && !url) return undefined;
  const values = {
    name,
    group,
    ...start,
    ...(url && { url }),
    headers: valuesOf(text, headersOf(from)),
    settings: settingsOf(text, entry),
  };
  return { ...values, credentials: credentialsOf(values) };
}

function valueOf(object: JsonNode, names: readonly string[]): JsonNode | undefined {
  for (const name of names) {
    const value = jsonValue(object, name);
    if (value) return value;
  }
  return undefined;
}

/** Continue and the SDK's own options have them one level deeper. */
function headersOf(entry: JsonNode): JsonNode | undefined {
  return valueOf(entry, ["headers", "http_headers"]) ??
    jsonValue(valueOf(entry, ["requestOptions", "requestInit"]), "headers");
}

/** What is run, with what, and in which environment. */
function startOf(text: string, entry: JsonNode): Pick<ServerDef, "command" | "args" | "env"> {
  const command = valueOf(entry, ["command", "cmd"]);
  // Zed used to nest them: `"command": { "path": …, "args": …, "env": … }`.
  const from = command?.type === "object" ? command : entry;
  const words = command?.type === "array" ? scalarsOf(text, command) : [];
  const program = words[0] ??
    stringAt(text, command?.type === "object" ? jsonValue(command, "path") : command);
  const args = [...words.slice(1), ...scalarsOf(text, jsonValue(from, "args"))];
  return {
    ...(program && { command: program }),
    args,
    env: valuesOf(text, valueOf(from, ["env", "environment", "envs"])),
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
