// What a function has checked of its parameters and of their members, by keys: "0" is the first
// parameter, what follows a NUL is a member's name.

import type { Expr } from "./ir.ts";
import { type Kinds, NO_KINDS } from "./kinds.ts";

/** By parameter, or member of one: what it is safe for. */
export type Checks = ReadonlyMap<string, Kinds>;

export const NO_CHECKS: Checks = new Map();

const BETWEEN = "\0";

export function checkKey(index: number, path: readonly string[]): string {
  return path.length === 0 ? String(index) : [index, ...path].join(BETWEEN);
}

/** The parameter that a key speaks of, and the way to the member. */
export function checkedBy(key: string): { index: number; path: readonly string[] } {
  const [index, ...path] = key.split(BETWEEN);
  return { index: Number(index), path };
}

/** What is said of a member, or of what it is a member of. */
function saidOf(checks: Checks, key: string): Kinds {
  let said: Kinds = checks.get(key) ?? NO_KINDS;
  for (let at = key.lastIndexOf(BETWEEN); at > 0; at = key.lastIndexOf(BETWEEN, at - 1)) {
    said |= checks.get(key.slice(0, at)) ?? NO_KINDS;
  }
  return said;
}

/** On both ways: only what both say. */
export function meetChecks(a: Checks, b: Checks): Checks {
  const both = new Map<string, Kinds>();
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const kinds = saidOf(a, key) & saidOf(b, key);
    if (kinds !== NO_KINDS) both.set(key, kinds);
  }
  return both;
}

/** A member of what stands there: of an object that is written out, the entry itself. */
export function memberPlace(place: Expr, path: readonly string[]): Expr | undefined {
  let at: Expr = place;
  for (const name of path) {
    if (at.e === "record") {
      const entry = at.entries.findLast(({ key }) => key === name);
      if (!entry) return undefined;
      at = entry.value;
    } else at = { e: "member", object: at, name, at: at.at };
  }
  return at;
}
