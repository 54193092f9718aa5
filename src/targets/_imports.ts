// The files that a program loads by a relative name, as far as an expression over its text tells.
// Found so that a program that starts in one place and goes on in another is scanned whole.

import { dirname, resolve } from "node:path";
import { type FileKind, isLanguage } from "../core/mod.ts";
import { type EntryPoint, formsOf } from "./_entry_points.ts";

/** Names in one file, distinct ones and all; a bundle of a whole application has hundreds. */
const MAX_NAMES = 5000;
const MAX_LOADS = 20_000;

/**
 * `from "./x"`, `import("./x")`, `require("../x")`, `new URL("./x", …)`, `fork("./x")`; bundlers
 * prefix these words, so none is asked to start a word.
 */
const SCRIPT_LOAD =
  /(from|import|require|resolve|Worker|URL|fork)\s{0,9}\(?\s{0,9}["'`](\.{1,2}(?:\/[^"'`\s]{0,120})?)["'`]/g;

/** How a statement such as `import build.x` or `from .y import (z, w as v)` starts. */
const PYTHON_LOAD = /^[ \t]{0,80}(from|import)[ \t]/gm;
/** Characters of one. */
const MAX_STATEMENT = 500;

/** True for the kinds whose imports are told. */
export function isProgram(kind: FileKind): boolean {
  return isLanguage(kind) && kind !== "go";
}

export interface Imports {
  readonly imports: readonly EntryPoint[];
  readonly isCut: boolean;
}

/** What the file at `absolute` loads; `top` is the folder that Python's names may start from. */
export function importsIn(
  file: { readonly absolute: string; readonly kind: FileKind; readonly text: string },
  top: string,
): Imports {
  const folder = dirname(file.absolute);
  const loads = file.kind === "python"
    ? pythonLoads(file.text, [folder, top])
    : scriptLoads(file.text, folder);
  const imports = new Map<string, EntryPoint>();
  let count = 0;
  for (const load of loads) {
    const isCut = imports.size === MAX_NAMES || count++ === MAX_LOADS;
    if (isCut) return { imports: [...imports.values()], isCut: true };
    const path = load.forms[0]!;
    if (load.starter !== undefined || !imports.has(path)) imports.set(path, load);
  }
  return { imports: [...imports.values()], isCut: false };
}

function* scriptLoads(text: string, folder: string): Iterable<EntryPoint> {
  for (const [, word, name] of text.matchAll(SCRIPT_LOAD)) {
    const forms = formsOf(resolve(folder, name!.split(/[?#]/, 1)[0]!));
    // Node.js requires a file of any name as JavaScript, and imports none whose name it knows not.
    yield word === "require" ? { forms, starter: "javascript" } : { forms };
  }
}

function* pythonLoads(text: string, tops: readonly string[]): Iterable<EntryPoint> {
  for (const start of text.matchAll(PYTHON_LOAD)) {
    const statement = statementAt(text, start.index + start[0].length);
    const [from, names] = start[1] === "from" ? statement.split(/\bimport\b/, 2) : ["", statement];
    const module = firstName(from!);
    const inModule = module === "" || module.endsWith(".") ? module : `${module}.`;
    for (const top of tops) {
      if (module !== "") yield moduleAt(top, module);
      for (const name of (names ?? "").split(",")) yield moduleAt(top, inModule + firstName(name));
    }
  }
}

/** The rest of the line at `start`, or what goes on to the bracket that closes. */
function statementAt(text: string, start: number): string {
  const rest = text.slice(start, start + MAX_STATEMENT);
  const line = rest.split("\n", 1)[0]!;
  return line.includes("(") ? rest.split(")", 1)[0]! : line;
}

/** `a.b` of `(a.b as c`. */
function firstName(text: string): string {
  return /[\w.]{1,200}/.exec(text)?.[0] ?? "";
}

/** `.x` is in `folder`, and each further dot leads one folder up. */
function moduleAt(folder: string, module: string): EntryPoint {
  const dots = /^\.{0,200}/.exec(module)![0].length;
  const up = "../".repeat(Math.max(0, dots - 1));
  const base = resolve(folder, up + module.slice(dots).replaceAll(".", "/"));
  return { forms: [`${base}.py`, `${base}/__init__.py`] };
}
