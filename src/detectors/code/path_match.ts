// Paths against a table, segment by segment and without case: no expressions, so that no path is
// slow. A path's unknown parts stand as `*`.

export interface PathEntry {
  /**
   * From the end of a path on: `.aws/credentials`; from its start with a leading `/`. One `*` in a
   * segment stands for any characters, `**` for folders in between. With a trailing `/` a folder:
   * itself, and a file in it whose name is not known; with `/**` whatever file in it.
   */
  readonly path: string;
  readonly what: string;
}

interface Compiled<E> {
  readonly entry: E;
  /** In the table. */
  readonly place: number;
  readonly rooted: boolean;
  readonly folder: boolean;
  /** Of a folder, files of any name count. */
  readonly any: boolean;
  readonly head: readonly string[];
  readonly tail: readonly string[];
}

export interface PathHit<E> {
  readonly entry: E;
  /** The path names no single file of the table, but a folder of them. */
  readonly folder: boolean;
}

export type PathTable<E> = (path: string) => PathHit<E> | undefined;

/** Folders between the parts around `**`. */
const MAX_BETWEEN = 12;
/** Segments of a path that are looked at, from its end. */
const MAX_SEGMENTS = 40;

/** A function that finds the first entry which a path matches. */
export function pathTable<E extends PathEntry>(entries: readonly E[]): PathTable<E> {
  const compiled = entries.map(compile);
  const files = new Map<string, Compiled<E>[]>();
  const folders = new Map<string, Compiled<E>[]>();
  const globbed = new Globs<E>();
  for (const each of compiled) {
    const last = each.tail.at(-1)!;
    const named = each.folder ? folders : files;
    if (last.includes("*")) globbed.add(each);
    else named.set(last, [...named.get(last) ?? [], each]);
  }
  /** Entries that a path whose last names are these may match, in the order of the table. */
  const candidates = ({ last, before }: Ends): readonly Compiled<E>[] => {
    const own = files.get(last) ?? NONE;
    if (isPart(last) || isPart(before)) return [...own, ...compiled];
    // A folder by its name, or a file in it.
    const named = [
      ...folders.get(last) ?? NONE,
      ...folders.get(before) ?? NONE,
      ...globbed.fitting({ last, before }),
    ];
    if (named.length > 1) named.sort((a, b) => a.place - b.place);
    return own.length === 0 ? named : [...own, ...named];
  };
  return (path) => {
    const found = candidates(endsOf(path));
    if (found.length === 0) return undefined;
    const segments = path.toLowerCase().replace(/\/$/, "").split("/");
    const tail = segments.slice(-MAX_SEGMENTS);
    const whole = tail.length === segments.length;
    for (const each of found) {
      const folder = matches(each, { segments: tail, whole });
      if (folder !== undefined) return { entry: each.entry, folder };
    }
    return undefined;
  };
}

const NONE: readonly never[] = [];

/** The last name of a path, and the one before it. */
interface Ends {
  readonly last: string;
  readonly before: string;
}

function endsOf(path: string): Ends {
  const end = path.endsWith("/") ? path.length - 1 : path.length;
  const slash = end === 0 ? -1 : path.lastIndexOf("/", end - 1);
  const start = slash <= 0 ? 0 : path.lastIndexOf("/", slash - 1) + 1;
  return {
    last: path.slice(slash + 1, end).toLowerCase(),
    before: slash < 0 ? "" : path.slice(start, slash).toLowerCase(),
  };
}

/** Entries whose last name holds a `*`, by the character that a name fitting it begins or ends with. */
class Globs<E> {
  readonly #byFirst = new Map<string, Compiled<E>[]>();
  readonly #byLast = new Map<string, Compiled<E>[]>();
  /** Those that know of neither. */
  readonly #open: Compiled<E>[] = [];

  add(each: Compiled<E>): void {
    const name = each.tail.at(-1)!;
    const [table, key] = name.startsWith("*")
      ? [this.#byLast, name.at(-1)!] as const
      : [this.#byFirst, name[0]!] as const;
    if (key === "*") this.#open.push(each);
    else table.set(key, [...table.get(key) ?? NONE, each]);
  }

  /** For a path whose last names are known as a whole. */
  *fitting({ last, before }: Ends): Generator<Compiled<E>> {
    for (const each of this.#near(last)) if (fits(last, each.tail.at(-1)!)) yield each;
    for (const each of this.#near(before)) {
      const name = each.tail.at(-1)!;
      if (each.folder && fits(before, name) && !fits(last, name)) yield each;
    }
  }

  #near(name: string): readonly Compiled<E>[] {
    const byFirst = this.#byFirst.get(name[0] ?? "") ?? NONE;
    const byLast = this.#byLast.get(name.at(-1) ?? "") ?? NONE;
    if (byFirst.length + byLast.length === 0) return this.#open;
    return [...byFirst, ...byLast, ...this.#open];
  }
}

/** A name of which something is known, and not all; one that is not known at all fits none. */
function isPart(segment: string): boolean {
  return segment !== "*" && segment.includes("*");
}

function compile<E extends PathEntry>(entry: E, place: number): Compiled<E> {
  const rooted = entry.path.startsWith("/");
  const any = entry.path.endsWith("/**");
  const folder = any || entry.path.endsWith("/");
  const [first, second] = entry.path.toLowerCase().replace(/^\/|\/(?:\*\*)?$/g, "").split("/**/");
  const tail = (second ?? first!).split("/");
  return {
    entry,
    place,
    rooted,
    folder,
    any,
    head: second === undefined ? [] : first!.split("/"),
    tail,
  };
}

interface Path {
  readonly segments: readonly string[];
  /** The first segment is the path's own first. */
  readonly whole: boolean;
}

/** Whether the path is an entry's folder rather than its file; `undefined` where it is neither. */
function matches<E>(entry: Compiled<E>, { segments, whole }: Path): boolean | undefined {
  const inside = entry.folder && (entry.any || segments.at(-1)!.includes("*"));
  const ends = inside ? [segments.length, segments.length - 1] : [segments.length];
  for (const end of ends) {
    const start = end - entry.tail.length;
    if (start < 0 || !entry.tail.every((part, i) => fits(segments[start + i]!, part))) continue;
    if (entry.rooted && !(whole && start === 1 && segments[0] === "")) continue;
    if (entry.head.length === 0 || hasHead(entry.head, segments.slice(0, start))) {
      return entry.folder;
    }
  }
  return undefined;
}

function hasHead(head: readonly string[], before: readonly string[]): boolean {
  const from = before.length - head.length;
  for (let start = from; start >= 0 && start >= from - MAX_BETWEEN; start--) {
    if (head.every((part, i) => fits(before[start + i]!, part))) return true;
  }
  return false;
}

/** Characters that an unknown name must start with before it counts. */
const MIN_KNOWN = 3;

function fits(segment: string, part: string): boolean {
  if (segment === part || globs(part, segment)) return true;
  return segment.indexOf("*") >= MIN_KNOWN && globs(segment, part);
}

/** One `*` stands for any characters; nothing fits all of them. */
function globs(glob: string, text: string): boolean {
  const star = glob.indexOf("*");
  if (star < 0 || text.length < glob.length - 1 || text === "*") return false;
  return text.startsWith(glob.slice(0, star)) && text.endsWith(glob.slice(star + 1));
}

/** Folders that nearly every program uses say nothing. */
const COMMON = new Set([".config", ".local"]);

/** A substring that a source which spells the path out holds. */
export function keywordOf({ path }: PathEntry): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== "**" && !COMMON.has(part));
  const plain = parts.filter((part) => !part.includes("*"));
  if (plain.length === 0) return parts[0]!.replace("*", "");
  // Behind `**` stands what the file is called; a dotted folder is a program's own.
  if (path.includes("/**/")) return plain.at(-1)!;
  return plain.find((part) => part.startsWith(".")) ??
    plain.reduce((longest, part) => part.length > longest.length ? part : longest);
}
