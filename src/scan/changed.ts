// What a scan of changed files leaves out: groups without a change, and findings that no changed
// line has a part in. A flow through a changed line counts, wherever it starts and ends.

import {
  changeOf,
  type Changes,
  type FileKind,
  type Finding,
  isChanged,
  isLanguage,
  type SourceFile,
} from "../core/mod.ts";
import type { ReadOutcome } from "./groups.ts";

/** A file of a scan that compares. */
export interface ComparedFile {
  readonly path: string;
  readonly kind?: FileKind | undefined;
}

/** What does not change and goes with nothing that does, whatever it holds. */
export const UNCHANGED: ReadOutcome = { status: "skipped", reason: "unchanged" };

/** Whether `file` need not be read: nothing in it is new, and no other file builds on it. */
export function isLeftOut(changes: Changes | undefined, { path, kind }: ComparedFile): boolean {
  return changes !== undefined && changeOf(changes, path) === undefined &&
    kind !== undefined && !isLanguage(kind);
}

/** Whether one of `files` has changed; all do where nothing is compared. */
export function holdsChange(
  changes: Changes | undefined,
  files: readonly ComparedFile[],
): boolean {
  return !changes || files.some(({ path }) => changeOf(changes, path) !== undefined);
}

/** A line end that version control does not know as one. */
const LONE_RETURN = /\r(?!\n)/;

/** `changes` with files as wholes whose lines are counted otherwise than a comparison counts. */
export function countedLines(changes: Changes, files: readonly SourceFile[]): Changes {
  const odd = files.filter(({ path, text }) =>
    (changeOf(changes, path)?.length ?? 0) > 0 && LONE_RETURN.test(text)
  );
  if (odd.length === 0) return changes;
  const counted = new Map(changes);
  for (const { path } of odd) counted.set(path.normalize("NFC"), "whole");
  return counted;
}

/** Whether a changed line has a part in `finding`. */
export function isOfChange(changes: Changes, { location, path, related }: Finding): boolean {
  return [location, ...path, ...related].some((each) => isChanged(changes, each));
}
