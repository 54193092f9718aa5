// What was changed in a project since another state of it, as a version control system tells.

import type { Location } from "./finding.ts";

/** Lines of a file, counted from 1, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A whole file, or lines of it in order; no line where only its name or mode is new. */
export type FileChange = "whole" | readonly LineRange[];

/** By path from the project root, in normal form (NFC). */
export type Changes = ReadonlyMap<string, FileChange>;

/** What changed in the file at `path`; undefined where nothing did. */
export function changeOf(changes: Changes, path: string): FileChange | undefined {
  return changes.get(path.normalize("NFC"));
}

/** Whether `location` holds a line that changed. */
export function isChanged(changes: Changes, location: Location): boolean {
  const change = changeOf(changes, location.file);
  if (change === undefined || change === "whole") return change === "whole";
  const { line, endLine, endColumn } = location;
  // What ends before the first column of a line has nothing of that line.
  const last = endColumn === 1 && endLine > line ? endLine - 1 : endLine;
  let low = 0;
  let high = change.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (change[middle]!.last < line) low = middle + 1;
    else high = middle;
  }
  return low < change.length && change[low]!.first <= last;
}
