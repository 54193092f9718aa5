// Names that project files give to paths, found by the folder of the file that uses them: nearest
// folder first, and in one folder the whole name before patterns, the longest first. A look-up costs
// no more where there are many.

import { folderOf } from "./paths.ts";
import type { Alias } from "./resolve.ts";

interface FolderTable {
  readonly whole: ReadonlyMap<string, Alias>;
  /** By what stands before the `*`. */
  readonly patterns: ReadonlyMap<string, readonly Alias[]>;
  /** Lengths of those, longest first. */
  readonly lengths: readonly number[];
}

/** Patterns of one folder that begin alike and end differently. */
const MAX_ALIKE = 50;

export class AliasTable {
  readonly #folders: ReadonlyMap<string, FolderTable>;

  constructor(aliases: ReadonlyMap<string, readonly Alias[]>) {
    this.#folders = new Map([...aliases].map(([folder, each]) => [folder, tableOf(each)]));
  }

  /** The paths that `module` may stand for in a file of `folder`, likeliest first. */
  *pathsOf(folder: string, module: string): Generator<string> {
    if (this.#folders.size === 0) return;
    for (let at = folder;; at = folderOf(at)) {
      const table = this.#folders.get(at);
      if (table) yield* pathsIn(table, module);
      if (at === "") return;
    }
  }
}

function tableOf(aliases: readonly Alias[]): FolderTable {
  const whole = new Map<string, Alias>();
  const patterns = new Map<string, Alias[]>();
  for (const alias of aliases) {
    const star = alias.pattern.indexOf("*");
    if (star < 0) {
      const known = whole.get(alias.pattern);
      // A package's name may stand in several files: they are tried in turn.
      const targets = [...known?.targets ?? [], ...alias.targets];
      whole.set(alias.pattern, { pattern: alias.pattern, targets });
    } else {
      const before = alias.pattern.slice(0, star);
      const alike = patterns.get(before) ?? [];
      if (alike.length < MAX_ALIKE) alike.push(alias);
      patterns.set(before, alike);
    }
  }
  const lengths = [...new Set([...patterns.keys()].map((before) => before.length))];
  return { whole, patterns, lengths: lengths.sort((a, b) => b - a) };
}

function* pathsIn({ whole, patterns, lengths }: FolderTable, module: string): Generator<string> {
  yield* whole.get(module)?.targets ?? [];
  for (const length of lengths) {
    for (const { pattern, targets } of patterns.get(module.slice(0, length)) ?? []) {
      const after = pattern.slice(length + 1);
      if (module.length < length + after.length || !module.endsWith(after)) continue;
      const middle = module.slice(length, module.length - after.length);
      for (const target of targets) yield target.replace("*", () => middle);
    }
  }
}
