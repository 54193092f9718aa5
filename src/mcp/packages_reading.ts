// Package references as they are gathered, bounded in number.

import type { Located, PackageReference } from "../core/mod.ts";

/** The lock file of a large monorepo holds some ten thousand. */
const MAX_PACKAGES = 50_000;

export interface Packages {
  readonly packages: readonly PackageReference[];
  readonly cut: boolean;
}

/** The first of `found`, which may be endless. */
export function gather(found: Iterable<PackageReference>): Packages {
  const packages: PackageReference[] = [];
  for (const each of found) {
    if (packages.length >= MAX_PACKAGES) return { packages, cut: true };
    packages.push(each);
  }
  return { packages, cut: false };
}

/** The lines of a text with their offsets, without line ends. */
export function* linesOf(text: string): Generator<Located<string>> {
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf("\n", start);
    const next = feed < 0 ? text.length : feed + 1;
    const last = feed < 0 ? text.length : feed;
    const end = text[last - 1] === "\r" ? Math.max(last - 1, start) : last;
    yield { value: text.slice(start, end), span: { start, end } };
    start = next;
  }
}

/** A part of a line that a group of an expression matched, which stands in it once from `from`. */
export function within(line: Located<string>, part: string, from = 0): Located<string> {
  const at = Math.max(line.value.indexOf(part, from), 0);
  const start = line.span.start + at;
  return { value: part, span: { start, end: start + part.length } };
}
