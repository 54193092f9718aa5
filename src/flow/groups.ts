// Files that may import one another, told from their texts before any is parsed: what data flow has
// to see together, and no more. Where it cannot be told, too many files come together, never too few.

import type { Language } from "../core/mod.ts";
import type { Module } from "./ir.ts";
import type { ProgramFile } from "./program.ts";
import { folderOf } from "./paths.ts";
import { type ProjectFacts, resolver, submodule } from "./resolve.ts";

/** What a file's text says of what it imports; small, and free of the text. */
export interface Mentions {
  readonly language: Module["language"];
  /** On each line a module, and names taken from it: each of them may be a module too. */
  readonly imports: string;
  /** It also imports by names that only a run would tell. */
  readonly isOpen: boolean;
}

export interface MentioningFile {
  readonly path: string;
  readonly mentions: Mentions;
}

const QUOTED = [
  /\b(?:from|import|require)\s{0,20}(?:\(\s{0,20})?["'`]([^"'`\s\\]{1,200})["'`]/g,
  /["'`](\.[^"'`\s\\]{0,200})["'`]/g,
];
const OPEN =
  /\b(?:require|import)\s{0,8}\(\s{0,8}(?!["'`][^"'`\\\n]{0,200}["'`]\s{0,8}[,)])|\bfrom\s{0,8}["'][^"'\s\\]{0,200}\\/;
const FROM = /\bfrom\b/g;
const IMPORT = /\bimport[\s\\]{1,20}([^\s;#'"()\\][^\n;#'"()]{0,1000})/g;
const DYNAMIC = /(?:__import__|import_module)\s{0,8}\(\s{0,8}["']([^"'\s\\]{1,200})["']/g;
const PYTHON_OPEN = /\b(?:__import__|import_module)\s{0,8}\(\s{0,8}(?!["'][^"'\s\\]{1,200}["'])/;
const GO = [/["`]([\w.~/-]{1,300})["`]/g];

export function mentionsOf({ language, text }: { language: Language; text: string }): Mentions {
  switch (language) {
    case "python":
      return { language, imports: pythonImports(text), isOpen: PYTHON_OPEN.test(text) };
    case "go":
      return { language, imports: quotedImports(text, GO), isOpen: false };
    default:
      return {
        language: "script",
        imports: quotedImports(text, QUOTED),
        isOpen: OPEN.test(text),
      };
  }
}

function quotedImports(text: string, expressions: readonly RegExp[]): string {
  const found = new Set<string>();
  for (const expression of expressions) {
    for (const [, name] of text.matchAll(expression)) found.add(name!);
  }
  return [...found].join("\n");
}

function pythonImports(text: string): string {
  const found = new Set<string>();
  // Where the word stands that is part of `from … import …`.
  const taken = new Set<number>();
  for (const { index } of text.matchAll(FROM)) {
    const start = index + "from".length;
    const at = importBehind(text, start);
    const [module, ...more] = text.slice(start, at).split(/[\s\\]/).filter((word) => word !== "");
    if (at === undefined || module === undefined || more.length > 0) continue;
    const end = at + "import".length;
    found.add([module, ...wordsOf(namesFrom(text.slice(end, end + MAX_NAMES)))].join(" "));
    taken.add(at);
  }
  for (const { 1: plain, index } of text.matchAll(IMPORT)) {
    if (!taken.has(index)) { for (const name of wordsOf(plain!)) found.add(name); }
  }
  for (const [, name] of text.matchAll(DYNAMIC)) found.add(name!);
  return [...found].join("\n");
}

/** Units from `from` to `import`. */
const LONGEST = 250;
/** Where the word stands that ends the module's name. */
function importBehind(text: string, start: number): number | undefined {
  const piece = text.slice(start, start + LONGEST);
  for (let at = piece.indexOf("import"); at >= 0; at = piece.indexOf("import", at + 1)) {
    const isWord = /[\s\\.]/.test(piece[at - 1] ?? "") &&
      !/\w/.test(piece[at + "import".length] ?? "");
    if (isWord) return start + at;
  }
  return undefined;
}

/** Units of a list of names. */
const MAX_NAMES = 4000;

/** What stands behind `import`: a list in brackets, or up to the end of a line that goes not on. */
function namesFrom(text: string): string {
  const open = text.indexOf("(");
  if (open >= 0 && /^[\s\\]*$/.test(text.slice(0, open))) {
    const close = text.indexOf(")");
    return text.slice(open, close < 0 ? undefined : close);
  }
  const lines = text.split("\n");
  const last = lines.findIndex((line) => !/\\\r?$/.test(line));
  return lines.slice(0, last + 1).join(" ").split(";", 1)[0]!;
}

function wordsOf(list: string): string[] {
  return list.split(/[\s,()\\]/).filter((word) => word !== "" && word !== "as");
}

/** The files in groups, by their places in `files`; both groups and places in order. */
export function groupsOf(files: readonly MentioningFile[], facts?: ProjectFacts): number[][] {
  const groups = new Groups(files.length);
  for (const language of ["script", "python", "go"] as const) {
    const places = new Map<string, number>();
    files.forEach(({ path, mentions }, i) => mentions.language === language && places.set(path, i));
    if (places.size > 1) joinImports(files, { places, groups, language, facts });
  }
  return groups.all();
}

interface Program {
  /** By path. */
  readonly places: ReadonlyMap<string, number>;
  readonly groups: Groups;
  readonly language: Module["language"];
  readonly facts: ProjectFacts | undefined;
}

function joinImports(
  files: readonly MentioningFile[],
  { places, groups, language, facts }: Program,
): void {
  const module: Module = { language, body: [], cut: false };
  const own = new Map([...places.keys()].map((path): [string, ProgramFile] => [
    path,
    { path, module },
  ]));
  const resolve = resolver(own, facts);
  const join = (place: number, file: string | undefined): void => {
    const other = file === undefined ? undefined : places.get(file);
    if (other !== undefined) groups.join(place, other);
  };
  const folders = new Map<string, number>();
  for (const [path, place] of places) {
    const { imports, isOpen } = files[place]!.mentions;
    for (const line of imports.split("\n")) {
      const [name = "", ...members] = line.split(" ");
      const file = resolve(path, name);
      join(place, file);
      if (language !== "python") continue;
      // `import a.b` runs `a` first.
      for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1)) {
        join(place, resolve(path, name.slice(0, dot)));
      }
      for (const member of members) {
        const from = file === undefined ? path : file;
        join(place, resolve(from, file === undefined ? submodule(name, member) : `./${member}`));
      }
    }
    if (isOpen) joinBelow(path, { places, groups });
    const folder = folderOf(path);
    const sibling = folders.get(folder);
    if (language === "go" && sibling !== undefined) groups.join(place, sibling);
    folders.set(folder, place);
  }
}

/** What a file loads by a name put together stands beside it or below, as far as can be told. */
function joinBelow(path: string, { places, groups }: Pick<Program, "places" | "groups">): void {
  const folder = folderOf(path);
  const place = places.get(path)!;
  for (const [other, at] of places) {
    if (folder === "" || other.startsWith(`${folder}/`)) groups.join(place, at);
  }
}

/** Disjoint sets of places; the first place of each stands for it. */
class Groups {
  readonly #parents: Uint32Array;

  constructor(size: number) {
    this.#parents = Uint32Array.from({ length: size }, (_, i) => i);
  }

  join(a: number, b: number): void {
    const [first, second] = [this.#first(a), this.#first(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  all(): number[][] {
    const groups = new Map<number, number[]>();
    for (let i = 0; i < this.#parents.length; i++) {
      const first = this.#first(i);
      const known = groups.get(first);
      if (known) known.push(i);
      else groups.set(first, [i]);
    }
    return [...groups.values()];
  }

  #first(place: number): number {
    let at = place;
    while (this.#parents[at] !== at) {
      this.#parents[at] = this.#parents[this.#parents[at]!]!;
      at = this.#parents[at]!;
    }
    return at;
  }
}
