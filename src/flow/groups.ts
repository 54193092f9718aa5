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
const DYNAMIC = /(?:__import__|import_module)\s{0,8}\(\s{0,8}["']([^"'\s\\]{1,200})["']/g;
const PYTHON_OPEN = /\b(?:__import__|import_module)\s{0,8}\(\s{0,8}(?!["'][^"'\s\\]{1,200}["'])/;
const GO = [/["`]([\w.~/-]{1,300})["`]/g];

export function mentionsOf({ language, text }: { language: Language; text: string }): Mentions {
  switch (language) {
    case "python":
      return { language, ...pythonImports(text) };
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

const WORD = /\w/;
const HIDDEN = ["__import__", "import_module"];

/** More of them in one file, and it may import anything. */
const MAX_IMPORTS = 5_000;

function pythonImports(text: string): Pick<Mentions, "imports" | "isOpen"> {
  const found = new Set<string>();
  let left = MAX_IMPORTS;
  for (let at = text.indexOf("import"); at >= 0; at = text.indexOf("import", at + 1)) {
    if (left-- <= 0) return { imports: "", isOpen: true };
    const end = at + "import".length;
    if (WORD.test(text[at - 1] ?? "") || WORD.test(text[end] ?? "")) continue;
    const module = moduleBefore(text, at);
    const names = wordsOf(namesFrom(text, end));
    if (module !== undefined) found.add([module, ...names].join(" "));
    else if (BLANKS.includes(text[end] ?? "")) { for (const name of names) found.add(name); }
  }
  if (HIDDEN.some((word) => text.includes(word))) {
    for (const [, name] of text.matchAll(DYNAMIC)) found.add(name!);
  }
  return { imports: [...found].join("\n"), isOpen: PYTHON_OPEN.test(text) };
}

/** The `x` of `from x import`; nothing where `import` stands by itself. */
function moduleBefore(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(at - LONGEST, 0), at);
  const last = before.lastIndexOf("from");
  const from = at - before.length + last;
  const start = from + "from".length;
  if (last < 0 || WORD.test(text[from - 1] ?? "")) return undefined;
  if (!BEHIND_FROM.includes(text[start] ?? "")) return undefined;
  const [module, ...more] = text.slice(start, at).split(/[\s\\]/).filter((word) => word !== "");
  return more.length === 0 ? module : undefined;
}

const BLANKS = " \t\r\n\\";
const BEHIND_FROM = `${BLANKS}.`;
/** Units from `from` to `import`. */
const LONGEST = 250;
/** Units of a list of names. */
const MAX_NAMES = 4000;

/** What stands behind `import`: a list in brackets, or up to the end of a line that goes not on. */
function namesFrom(text: string, start: number): string {
  const piece = text.slice(start, start + MAX_NAMES);
  let first = 0;
  while (first < piece.length && BLANKS.includes(piece[first]!)) first++;
  if (piece[first] === "(") {
    const close = piece.indexOf(")", first);
    return piece.slice(first, close < 0 ? undefined : close);
  }
  let end = piece.indexOf("\n");
  while (end >= 0 && piece[end - 1] === "\\") end = piece.indexOf("\n", end + 1);
  return piece.slice(0, end < 0 ? undefined : end).split(/[;#"']/, 1)[0]!;
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
