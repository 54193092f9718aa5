// The files that a package manifest or a client configuration says will run. What runs is scanned
// wherever it lies, so the reading is generous: a word too many names no file. It is bounded, too.

import { basename, dirname, join, resolve } from "node:path";
import { createScanner, parse } from "jsonc-parser";
import type { FileKind } from "../core/mod.ts";
import { readSmallText } from "./_open.ts";
import { kindByCommand, kindOf, tellsProgram } from "./kinds.ts";

/** Bytes. */
const MAX_SIZE = 1024 * 1024;
/** The parser of configurations recurses; no real one comes near. */
const MAX_DEPTH = 500;
/** Characters; no real entry point comes near, and the way up from each is looked at. */
const MAX_PATH = 260;
/** Names in one manifest or configuration; long lists of servers come to a hundred or two. */
const MAX_NAMES = 500;
/** `uv --directory ./server run start.txt`: a folder, and the program. */
const MAX_ODD_NAMES = 2;
/** What Node.js tries, in this order; the first that exists is meant. */
const FORMS = ["", ".js", ".mjs", ".cjs", "/index.js", "/index.mjs", "/index.cjs"] as const;

const MODULE_KEYS = ["main", "module", "bin", "exports"] as const;
const INSTALL_SCRIPTS = ["preinstall", "install", "postinstall", "prepare"] as const;
/** What a package exports for bundlers and people; Node.js has no use for it. */
const ASSET = /\.(?:css|scss|sass|less|html?|mdx?|svg|png|jpe?g|gif|woff2?|ttf|txt|map)$/i;

/** One file that is said to run. */
export interface EntryPoint {
  /** The absolute paths that may be meant, in the order in which they are tried. */
  readonly forms: readonly string[];
  /** What its starter takes it for where its name tells nothing. */
  readonly starter?: FileKind;
}

export interface EntryPoints {
  readonly entryPoints: readonly EntryPoint[];
  /** True where more are named than were looked at. */
  readonly isCut: boolean;
}

/** A name as a manifest or a command line has it. */
interface Named {
  readonly name: string;
  readonly starter?: FileKind | undefined;
}

/** What the `package.json` in `folder` names: modules, programs, and files of install scripts. */
export function packageEntryPoints(folder: string): EntryPoints {
  const manifest = asObject(parsePackage(join(folder, "package.json")));
  return entryPoints(packageNames(manifest), [folder]);
}

function* packageNames(manifest: Readonly<Record<string, unknown>>): Iterable<Named> {
  for (const key of MODULE_KEYS) {
    for (const name of stringsIn(manifest[key])) {
      const isAsset = key === "exports" && ASSET.test(name);
      if (!isAsset && !name.includes("*")) yield { name, starter: "javascript" };
    }
  }
  const scripts = asObject(manifest["scripts"]);
  for (const key of INSTALL_SCRIPTS) {
    for (const line of stringsIn(scripts[key])) yield* started([line]);
  }
}

/** What the client configuration `file` starts, whichever client's shape it has. */
export function configEntryPoints(file: string, root: string): EntryPoints {
  return entryPoints(configNames(parseConfig(file)), [dirname(file), root]);
}

function* configNames(config: unknown): Iterable<Named> {
  for (const { command, args } of objectsIn(config)) {
    if (typeof command !== "string") continue;
    // Not what `args` holds deeper down, which would be read once more for each level.
    const direct = (Array.isArray(args) ? args : [args]).filter((arg) => typeof arg === "string");
    yield* started([command].concat(direct));
  }
}

/** Of the words of a command line, of which only the first paths may be programs by any name. */
function* started(line: readonly string[]): Iterable<Named> {
  const starter = kindByCommand(line.join(" "));
  let left = MAX_ODD_NAMES;
  for (const word of line.flatMap(words)) {
    const name = word.replace(/^\$\{[^{}]{1,64}\}/, ".");
    const isOdd = left > 0 && /[./\\]/.test(name) && kindOf(basename(name)) === undefined;
    if (tellsProgram(basename(name))) left = 0;
    else if (isOdd) left--;
    yield isOdd ? { name, starter } : { name };
  }
}

function entryPoints(named: Iterable<Named>, folders: readonly string[]): EntryPoints {
  const names = new Map<string, FileKind | undefined>();
  let isCut = false;
  for (const { name, starter } of named) {
    if (name.length > MAX_PATH || names.get(name) !== undefined) continue;
    isCut = names.size === MAX_NAMES && !names.has(name);
    if (isCut) break;
    names.set(name, starter);
  }
  const entryPoints = [...names].flatMap(([name, starter]) =>
    folders.map((folder) => ({
      forms: formsOf(resolve(folder, name)),
      ...(starter && { starter }),
    }))
  );
  return { entryPoints, isCut };
}

/** What may be meant by a module's path, in the order of Node.js. */
export function formsOf(absolute: string): readonly string[] {
  return FORMS.map((form) => absolute + form);
}

/** A part of a command line as a whole, and each of its words. */
function words(part: string): string[] {
  const words = part.split(/[\s;&|"'=]+/).filter((word) => word !== "");
  return words.length === 1 && words[0] === part ? words : [part].concat(words);
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
