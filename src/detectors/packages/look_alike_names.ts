// Which name another one could be mistaken for: a letter that is missing, doubled, wrong or
// swapped, a separator that is another, a scope that is left out.

import type { Ecosystem } from "../../core/mod.ts";
import { REAL_NEIGHBOURS, WELL_KNOWN_PACKAGES } from "./well_known_packages.ts";

export interface LookAlike {
  readonly of: string;
  readonly how: "letter" | "separator" | "scope";
}

/** Parts of a name that are shorter mean something of their own: `git` and `kit`, `dbt` and `db`. */
const MIN_PART = 5;

interface Known {
  readonly names: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
  readonly bySquashed: ReadonlyMap<string, string>;
}

const KNOWN: Readonly<Record<Ecosystem, Known>> = {
  npm: knownOf("npm"),
  pypi: knownOf("pypi"),
  go: knownOf("go"),
};

function knownOf(ecosystem: Ecosystem): Known {
  const names = WELL_KNOWN_PACKAGES[ecosystem];
  return {
    names: new Set([...names, ...REAL_NEIGHBOURS[ecosystem]]),
    scopes: new Set(names.map(scopeOf).filter((scope) => scope !== "")),
    byLength: Map.groupBy(names, ({ length }) => length),
    bySquashed: new Map(names.map((name) => [squashed(name), name])),
  };
}

/** The well-known package that `name` looks like and is not; as the registry compares names. */
export function lookAlikeOf(name: string, ecosystem: Ecosystem): LookAlike | undefined {
  const { names, scopes, byLength, bySquashed } = KNOWN[ecosystem];
  // Nobody else can publish under a scope or an owner that is well known.
  if (names.has(name) || scopes.has(scopeOf(name))) return undefined;
  const same = bySquashed.get(squashed(name));
  if (same !== undefined) return { of: same, how: "separator" };
  const scoped = `@modelcontextprotocol/${name}`;
  if (ecosystem === "npm" && name.startsWith("server-") && names.has(scoped)) {
    return { of: scoped, how: "scope" };
  }
  for (const length of [name.length - 1, name.length, name.length + 1]) {
    const near = byLength.get(length)?.find((known) => isOneLetterOff(name, known));
    if (near !== undefined) return { of: near, how: "letter" };
  }
  return undefined;
}

/** `@scope` of npm, `host/owner` of Go. */
function scopeOf(name: string): string {
  const parts = name.split("/");
  return name.startsWith("@") ? parts[0]! : parts.length > 2 ? parts.slice(0, 2).join("/") : "";
}

function squashed(name: string): string {
  return name.replace(/[-_./@]/g, "");
}

/** One letter more, less, another, or two swapped, inside of a long part of the name. */
function isOneLetterOff(name: string, known: string): boolean {
  let at = 0;
  while (at < name.length && name[at] === known[at]) at++;
  const [a, b] = [name.slice(at), known.slice(at)];
  const changed = a.slice(1) === b.slice(1) ||
    (a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0]);
  const added = a.slice(1) === b;
  const missing = a === b.slice(1);
  if (!changed && !added && !missing) return false;
  // A digit or a plural makes another name, as does a letter at the edge of a part.
  const letters = `${added || changed ? a[0] : ""}${missing || changed ? b[0] : ""}`;
  if (!/^[a-z]{1,2}$/.test(letters)) return false;
  if (partAt(known, Math.min(at, known.length - 1)).length < MIN_PART) return false;
  if (!added) return !(missing && b[0] === "s" && isEdge(known, at));
  return letters[0] === name[at - 1] || !isEdge(name, at);
}

function partAt(name: string, at: number): string {
  const start = Math.max(...["-", "/", ".", "@"].map((each) => name.lastIndexOf(each, at - 1))) + 1;
  return /^[^-/.@]*/.exec(name.slice(start))![0];
}

function isEdge(name: string, at: number): boolean {
  const isOutside = (unit: string | undefined) => unit === undefined || /[-/.@]/.test(unit);
  return isOutside(name[at - 1]) || isOutside(name[at + 1]);
}
