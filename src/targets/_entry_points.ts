// The files that a package manifest or a client configuration says will run. What runs is scanned
// wherever it lies, so the reading is generous: a word too many names no file.

import { dirname, join, resolve } from "node:path";
import { createScanner, parse } from "jsonc-parser";
import { readSmallText } from "./_open.ts";

/** Bytes. */
const MAX_SIZE = 1024 * 1024;
/** The parser of configurations recurses; no real one comes near. */
const MAX_DEPTH = 500;
/** Characters; no real entry point comes near. */
const MAX_PATH = 1024;
/** What Node.js tries, in this order; the first that exists is meant. */
const FORMS = ["", ".js", ".mjs", ".cjs", "/index.js", "/index.mjs", "/index.cjs"] as const;

const MODULE_KEYS = ["main", "module", "bin", "exports"] as const;
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall", "prepare"] as const;

/** One file in the forms it may be meant, as absolute paths. */
export type EntryPoint = readonly string[];

/** What the `package.json` in `folder` names: modules, programs, and files of install scripts. */
export function packageEntryPoints(folder: string): readonly EntryPoint[] {
  const manifest = asObject(parsePackage(join(folder, "package.json")));
  const scripts = asObject(manifest["scripts"]);
  const names = [
    ...MODULE_KEYS.flatMap((key) => stringsIn(manifest[key])),
    ...INSTALL_SCRIPTS.flatMap((key) => stringsIn(scripts[key])).flatMap(words),
  ];
  return entryPoints(names.filter((name) => !name.includes("*")), [folder]);
}

/** What the client configuration `file` starts, whichever client's shape it has. */
export function configEntryPoints(file: string, root: string): readonly EntryPoint[] {
  const names = objectsIn(parseConfig(file))
    .filter((object) => typeof object["command"] === "string")
    .flatMap((server) => [server["command"], server["args"]].flatMap(stringsIn))
    .flatMap(words)
    .map((word) => word.replace(/^\$\{[^{}]{1,64}\}/, "."));
  return entryPoints(names, [dirname(file), root]);
}

function entryPoints(names: readonly string[], folders: readonly string[]): EntryPoint[] {
  return [...new Set(names)]
    .filter((name) => name.length <= MAX_PATH)
    .flatMap((name) => folders.map((folder) => FORMS.map((form) => resolve(folder, name + form))));
}

/** A command line as a whole, and each of its words. */
function words(line: string): string[] {
  return [line, ...line.split(/[\s;&|"'=]+/)].filter((word) => word !== "");
}

function parsePackage(path: string): unknown {
  try {
    return JSON.parse(readSmallText(path, MAX_SIZE) ?? "null");
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function parseConfig(path: string): unknown {
  const text = readSmallText(path, MAX_SIZE) ?? "";
  const mayStart = /"command"|\\u/.test(text);
  return mayStart && !isTooDeep(text) ? parse(text, [], { allowTrailingComma: true }) : undefined;
}

/** Brackets in strings and comments start no token, so they do not count. */
function isTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const start = text[scanner.getTokenOffset()];
    if (start === "{" || start === "[") depth++;
    if (start === "}" || start === "]") depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringsIn(value: unknown): string[] {
  return valuesIn(value).filter((inner) => typeof inner === "string");
}

function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  return valuesIn(value).filter(isObject);
}

/** `value` and all that it holds, each before what it holds; no recursion, as depth is hostile. */
function valuesIn(value: unknown): unknown[] {
  const values = [value];
  for (const each of values) {
    if (typeof each !== "object" || each === null) continue;
    for (const inner of Object.values(each)) values.push(inner);
  }
  return values;
}
