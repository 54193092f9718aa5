// Reads a patch without context as it comes, and keeps of each file which lines are new. Only
// counts of hunks are trusted to tell content from headers, so no content can pass for one.

import type { FileChange, LineRange } from "../core/mod.ts";
import { unquoted } from "./_names.ts";

/** Bytes of a line that are kept; headers are shorter. */
const MAX_LINE = 16 * 1024;
/** Ranges of one file; beyond it the whole file counts as changed. */
const MAX_RANGES = 100_000;

const HUNK = /^@@ -\d{1,10}(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@/;
const [NEWLINE, PLUS, MINUS] = [10, 43, 45];

export interface PatchReader {
  readonly take: (piece: Uint8Array) => void;
  /** By path from the top of the repository. */
  readonly end: () => ReadonlyMap<string, FileChange>;
}

/** Of a patch made with `-U0 --dst-prefix=b/`, its names quoted. */
export function patchReader(): PatchReader {
  const files = new Map<string, LineRange[]>();
  const whole = new Set<string>();
  const decoder = new TextDecoder();
  let path: string | undefined;
  let removed = 0;
  let added = 0;
  let kept: number[] = [];
  let first = -1;
  let hasNul = false;

  const endLine = (): void => {
    if (removed > 0 && first === MINUS) removed--;
    else if (added > 0 && first === PLUS) {
      added--;
      // Text of two bytes a unit, whose lines git does not know.
      if (hasNul && path !== undefined) whole.add(path);
    } else if (removed === 0 && added === 0) header(decoder.decode(Uint8Array.from(kept)));
    kept = [];
    first = -1;
    hasNul = false;
  };
  const header = (line: string): void => {
    if (line.startsWith("diff --git ")) path = undefined;
    else if (line.startsWith("+++ ")) path = newPath(line.slice(4));
    const hunk = path === undefined ? null : HUNK.exec(line);
    if (!hunk) return;
    removed = Number(hunk[1] ?? 1);
    added = Number(hunk[3] ?? 1);
    const start = Number(hunk[2]);
    // Where lines were only taken away, those around the place count.
    add(
      added > 0
        ? { first: start, last: start + added - 1 }
        : { first: Math.max(start, 1), last: start + 1 },
    );
  };
  const add = (range: LineRange): void => {
    const ranges = files.get(path!) ?? [];
    const last = ranges.at(-1);
    if (last && range.first <= last.last + 1) {
      ranges[ranges.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
    } else if (ranges.length < MAX_RANGES) ranges.push(range);
    else whole.add(path!);
    files.set(path!, ranges);
  };

  return {
    take(piece) {
      for (const byte of piece) {
        if (byte === NEWLINE) {
          endLine();
          continue;
        }
        if (first < 0) first = byte;
        if (byte === 0) hasNul = true;
        if (removed === 0 && added === 0 && kept.length < MAX_LINE) kept.push(byte);
      }
    },
    end() {
      if (first >= 0) endLine();
      const changes = new Map<string, FileChange>(files);
      for (const each of whole) changes.set(each, "whole");
      return changes;
    },
  };
}

/** The name after `+++`; undefined for a file that is gone. */
function newPath(name: string): string | undefined {
  const plain = name.startsWith('"') ? unquoted(name) : name.replace(/\t$/, "");
  return plain?.startsWith("b/") ? plain.slice(2) : undefined;
}
