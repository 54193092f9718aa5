// What one analysis of a program keeps: summaries by function, entries, cells, and a count of steps
// that bounds it all.

import type { Span } from "../core/mod.ts";
import { Circles } from "./circles.ts";
import type { Expr, Func, Module } from "./ir.ts";
import type { Models } from "./models/model.ts";
import type { ClassInfo, Closure, Entry, ProgramFile, Scope, Summary } from "./program.ts";
import type { Frame } from "./frame.ts";
import { folderOf } from "./paths.ts";
import { separatedFields } from "./separated_fields.ts";
import type { Step, Value } from "./values.ts";
import { type Writes, writtenInFunctions } from "./written_names.ts";

export interface Cut {
  readonly file: string;
  readonly at: Span;
  readonly words: string;
}

/** Evaluations of one function, and of all. */
const MAX_FUNCTION_STEPS = 60_000;
const MAX_STEPS = 30_000_000;
/**
 * Expressions, conditions and blocks at work inside one another, functions that are called among
 * them. What the stack holds is several times that.
 */
const MAX_DEPTH = 600;
/** Evaluations within looks, beside half of all others. */
const LOOK_STEPS = 300_000;
/** Looks at one function with what a call gives it. */
const MAX_LOOKS = 40;
/** Entries of one function. */
const MAX_ENTRIES = 100;
/** Functions looked at inside one another. */
const MAX_INLINED = 4;

export class Run {
  readonly summaries = new Map<number, Summary>();
  /** Functions whose calls are looked at with what they give, whoever calls them. */
  readonly thorough = new Set<number>();
  /** Being worked at: a call of one of these is recursive. */
  readonly busy = new Set<number>();
  readonly circles = new Circles();
  readonly entries: Entry[] = [];
  readonly #entryFunctions = new Map<Func, readonly Entry[]>();
  readonly called = new Set<Func>();
  /** Routers behind authentication, with the path below which they are. */
  readonly guardedRouters = new Map<string, string>();
  /** Modules in a bundle that have run, by their functions. */
  readonly bundled = new Map<Func, Scope>();
  /** By emitter and name of an event, who listens. */
  readonly listeners = new Map<object | string, Map<string, readonly Closure[]>>();
  /** Calls whose promise is waited for. */
  readonly awaited = new WeakSet<Expr>();
  readonly cuts: Cut[] = [];
  /** By file: its top-level scope, once it has run. */
  readonly modules = new Map<string, Scope>();
  /** Modules that are running now. */
  readonly loading = new Set<string>();
  /** Modules that have run, in that order. */
  readonly loaded = new Map<string, Frame>();
  /** What to do once more when all have run, for files that import one another in circles. */
  readonly late: (() => void)[] = [];
  /** By folder and name, what the files of a Go package share. */
  readonly packages = new Map<string, Scope>();
  /** By file, what its top level reaches by itself. */
  readonly topLevel = new Map<string, Summary>();
  /** By file, what it gives to those that import it. */
  readonly exports = new Map<string, Map<string, Value>>();
  readonly files: ReadonlyMap<string, ProgramFile>;
  readonly models: Models;
  readonly resolve: Resolve;
  /** Closures in the order in which they were made. */
  readonly closures: Closure[] = [];
  /** By field of a class, what of a library is kept in it. */
  readonly fieldRefs = new Map<string, ReadonlySet<string>>();
  readonly classes = new Map<object, ClassInfo>();
  /** By class of the program, those that extend it. */
  readonly subclasses = new Map<ClassInfo, ClassInfo[]>();
  #goFiles: Map<string, string[]> | undefined;
  readonly #writtenNames = new Map<string, Writes>();
  readonly #streams = new Map<string, ReadonlySet<string>>();
  readonly #separatedFields = new Map<string, ReadonlySet<string>>();
  readonly #inlining = new Set<Func>();
  readonly #looks = new Map<Func, number>();
  #steps = 0;
  #lookSteps = 0;
  #functionSteps = 0;
  #depth = 0;

  constructor(
    files: ReadonlyMap<string, ProgramFile>,
    parts: { readonly models: Models; readonly resolve: Resolve },
  ) {
    this.files = files;
    this.models = parts.models;
    this.resolve = parts.resolve;
  }

  /** False where the function, or all, has taken too many. */
  spend(frame: Frame, at: Span): boolean {
    this.#steps++;
    if (this.#inlining.size > 0) this.#lookSteps++;
    this.#functionSteps++;
    if (this.#functionSteps <= MAX_FUNCTION_STEPS && this.#steps <= MAX_STEPS) return true;
    this.cut(frame, at, "Too much flow in one function");
    return false;
  }

  /** One level deeper, until `leave`; false where that is too deep. */
  enter(frame: Frame, at: Span): boolean {
    if (this.#depth < MAX_DEPTH) {
      this.#depth++;
      return true;
    }
    this.cut(frame, at, "Too much inside one another");
    return false;
  }

  leave(): void {
    this.#depth--;
  }

  /** Notes that something was left out there; once for each file. */
  cut({ file }: Frame, at: Span, words: string): void {
    if (!this.cuts.some((cut) => cut.file === file)) this.cuts.push({ file, at, words });
  }

  /** Whether there is room to look at a function once more; then until `endInlining`. */
  beginInlining(func: Func): boolean {
    const isSpent = this.#lookSteps > LOOK_STEPS + (this.#steps - this.#lookSteps) / 2;
    const looks = this.#looks.get(func) ?? 0;
    if (
      isSpent || looks >= MAX_LOOKS || this.#inlining.size >= MAX_INLINED ||
      this.#inlining.has(func)
    ) {
      return false;
    }
    this.#looks.set(func, looks + 1);
    this.#inlining.add(func);
    return true;
  }

  endInlining(func: Func): void {
    this.#inlining.delete(func);
  }

  /** Runs `work` with steps of its own. */
  counted<T>(work: () => T): T {
    const before = this.#functionSteps;
    this.#functionSteps = 0;
    try {
      return work();
    } finally {
      this.#functionSteps = before;
    }
  }

  /** Variables of a file's top level that its functions write to; of Go, those of its folder. */
  writtenNames(file: string): Writes {
    const key = this.#keyOf(file);
    let names = this.#writtenNames.get(key);
    if (!names) {
      names = writtenInFunctions(this.#modulesOf(file));
      this.#writtenNames.set(key, names);
    }
    return names;
  }

  /** Fields that hold folders with a separator at their end, as `writtenNames` looks for names. */
  separatedFields(file: string): ReadonlySet<string> {
    const key = this.#keyOf(file);
    let fields = this.#separatedFields.get(key);
    if (!fields) {
      fields = separatedFields(this.#modulesOf(file));
      this.#separatedFields.set(key, fields);
    }
    return fields;
  }

  /** Go: names that hold channels or iterators in the files of the folder. */
  streams(file: string): ReadonlySet<string> {
    const key = this.#keyOf(file);
    let names = this.#streams.get(key);
    if (!names) {
      names = new Set(this.#modulesOf(file).flatMap(({ streams }) => streams ?? []));
      this.#streams.set(key, names);
    }
    return names;
  }

  /** Of Go, that of the folder. */
  #keyOf(file: string): string {
    return this.files.get(file)?.module.language === "go" ? `${folderOf(file)}/` : file;
  }

  /** The files that share their names with this one. */
  #modulesOf(file: string): readonly Module[] {
    const module = this.files.get(file)?.module;
    if (!module) return [];
    if (module.language !== "go") return [module];
    return this.goFiles(folderOf(file)).map((each) => this.files.get(each)!.module);
  }

  /** The files of Go in a folder, in order. */
  goFiles(folder: string): readonly string[] {
    if (!this.#goFiles) {
      this.#goFiles = new Map();
      for (const [path, { module }] of this.files) {
        if (module.language !== "go") continue;
        const known = this.#goFiles.get(folderOf(path));
        if (known) known.push(path);
        else this.#goFiles.set(folderOf(path), [path]);
      }
      for (const files of this.#goFiles.values()) files.sort();
    }
    return this.#goFiles.get(folder) ?? [];
  }

  languageOf(file: string): Module["language"] | undefined {
    return this.files.get(file)?.module.language;
  }

  /**
   * A function is an entry once; but a wrapper once for each function that it wraps, and what is
   * registered in a look at what registers it, with what that was given, counts beside the rest.
   */
  addEntry(entry: Entry): void {
    const { func } = entry.closure;
    const known = this.#entryFunctions.get(func) ?? [];
    const isLooked = this.#inlining.size > 0;
    const same = known.filter((each) => wrappedIn(each) === wrappedIn(entry));
    const isKnown = isLooked
      ? same.some(({ closure }) => closure.id === entry.closure.id)
      : same.length > 0;
    if (isKnown || known.length >= MAX_ENTRIES) return;
    const added = isLooked ? { ...entry, isLooked } : entry;
    this.#entryFunctions.set(func, [...known, added]);
    this.entries.push(added);
  }

  entryOf(func: Func): Entry | undefined {
    return this.#entryFunctions.get(func)?.[0];
  }

  /** Whether a look has told more of the same entry. */
  isToldBetter(entry: Entry): boolean {
    return !entry.isLooked &&
      this.#entryFunctions.get(entry.closure.func)!.some((each) =>
        each.isLooked && wrappedIn(each) === wrappedIn(entry)
      );
  }

  newClosure(parts: Omit<Closure, "id">): Closure {
    const closure = { ...parts, id: this.closures.length };
    this.closures.push(closure);
    return closure;
  }
}

/** The functions that a wrapper was given. */
function wrappedIn({ closure: { captured = [] } }: Entry): string {
  return captured.flatMap(({ values }) =>
    values.flatMap(({ closures = [] }) => closures.map(({ id }) => id))
  ).join();
}

/** The file of the target that an import means; `undefined` for a library. */
export type Resolve = (from: string, module: string) => string | undefined;

export function stepAt(frame: Frame, expr: Pick<Expr, "at">, words: string): Step {
  return { file: frame.file, at: expr.at, words };
}
