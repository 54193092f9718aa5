// The files of a target that may take texts from one another: which file an import means, and the
// trees of those that were asked for, as many as a bound on their nodes lets stay.

import { isLanguage, type Language, type SourceFile } from "../core/mod.ts";
import { moduleResolver, type ProjectFacts } from "../flow/mod.ts";
import { parse, type SyntaxTree } from "../syntax/mod.ts";
import type { Neighbours } from "./reading.ts";
import { type FileSurface, readSurface } from "./surface.ts";

/** Nodes of all trees that are kept; a node takes some twenty bytes. */
const MAX_NODES = 2_000_000;
/** A file that takes texts from files that take them from others is read again so often. */
const MAX_ROUNDS = 6;
/** Places in one file that are looked at for a declaration. */
const MAX_PLACES = 2_000;

interface CodeFile {
  readonly path: string;
  readonly language: Language;
  readonly text: string;
}

export class Neighbourhood implements Neighbours {
  readonly #files: ReadonlyMap<string, CodeFile>;
  /** Go's files by folder. */
  readonly #packages = new Map<string, CodeFile[]>();
  /** `undefined` for one that the parser fails on. */
  readonly #trees = new Map<string, SyntaxTree | undefined>();
  readonly #declaring = new Map<string, readonly string[]>();
  readonly #resolve: (from: string, module: string) => string | undefined;
  #nodes = 0;

  constructor(files: readonly Pick<SourceFile, "path" | "kind" | "text">[], facts?: ProjectFacts) {
    const code = files.flatMap(({ path, kind, text }) =>
      isLanguage(kind) ? [{ path, language: kind, text }] : []
    );
    this.#files = new Map(code.map((file) => [file.path, file]));
    this.#resolve = moduleResolver(code, facts);
    for (const file of code) {
      if (file.language !== "go") continue;
      const folder = folderOf(file.path);
      const known = this.#packages.get(folder);
      if (known) known.push(file);
      else this.#packages.set(folder, [file]);
    }
  }

  resolve(from: string, module: string): string | undefined {
    return this.#resolve(from, module);
  }

  declaring(file: string, name: string): readonly string[] {
    const isTest = file.endsWith("_test.go");
    const key = `${folderOf(file)} ${name} ${isTest}`;
    let found = this.#declaring.get(key);
    if (!found) {
      found = (this.#packages.get(folderOf(file)) ?? [])
        .filter(({ path, text }) =>
          (isTest || !path.endsWith("_test.go")) && declaresInGo(text, name)
        )
        .map(({ path }) => path);
      this.#declaring.set(key, found);
    }
    return found;
  }

  tree(path: string): SyntaxTree | undefined {
    return this.#trees.get(path);
  }

  /** Parses the files that are not at hand; false where none is new. */
  async bring(paths: ReadonlySet<string>): Promise<boolean> {
    let isNew = false;
    for (const path of paths) {
      const file = this.#files.get(path);
      if (!file || this.#trees.has(path)) continue;
      isNew = true;
      const tree = await parse(file).catch(() => undefined);
      this.#trees.set(path, tree);
      this.#nodes += tree?.size ?? 0;
    }
    return isNew;
  }

  /** Lets go of the trees that were brought first. To be called between two files. */
  shrink(): void {
    for (const [path, tree] of this.#trees) {
      if (this.#nodes <= MAX_NODES) return;
      this.#nodes -= tree?.size ?? 0;
      this.#trees.delete(path);
    }
  }
}

/** The items of a file, with what it takes from its neighbours. */
export async function linkedSurface(
  tree: SyntaxTree,
  { path, neighbourhood }: { readonly path: string; readonly neighbourhood: Neighbourhood },
): Promise<FileSurface> {
  let surface = readSurface(tree, { path, neighbours: neighbourhood });
  for (let round = 0; surface.wanted.size > 0 && round < MAX_ROUNDS; round++) {
    if (!await neighbourhood.bring(surface.wanted)) break;
    surface = readSurface(tree, { path, neighbours: neighbourhood });
  }
  neighbourhood.shrink();
  return surface;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

const WORD = /\w/;

/** Whether a line begins with the name, or declares it after a keyword. */
function declaresInGo(text: string, name: string): boolean {
  let left = MAX_PLACES;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (left-- <= 0) return true;
    if (WORD.test(text[at + name.length] ?? "")) continue;
    const start = Math.max(text.lastIndexOf("\n", at) + 1, at - MAX_INDENT);
    const before = text.slice(start, at).trim();
    if (before === "" || /^(?:const|var|func|type)$/.test(before)) return true;
  }
  return false;
}

/** Units of a keyword and the blanks around it. */
const MAX_INDENT = 40;
