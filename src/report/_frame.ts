// A code frame: the line of a finding with carets under the match. Each of the three parts (before,
// match, after) is made showable apart, so the carets stand under what was matched.

import { type Finding, showable } from "../core/mod.ts";
import { columns, ELLIPSIS, takeEnd, takeStart } from "./_columns.ts";
import type { Paint } from "./_style.ts";

interface Parts {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Two lines of at most `width` columns, or none where the snippet is blank. */
export function codeFrame(
  finding: Finding,
  options: { readonly width: number; readonly paint: Paint },
): string[] {
  const { paint } = options;
  const { text, start, end } = finding.snippet;
  if (text.trim() === "") return [];
  const number = String(finding.location.line);
  const room = options.width - number.length - GUTTER.length;
  const { before, match, after } = cut({
    // Indentation says nothing in a single line. Trimmed last, so that no invisible blank is lost.
    before: showable(text.slice(0, start)).trimStart(),
    match: showable(text.slice(start, end)),
    after: showable(text.slice(end)).trimEnd(),
  }, room);
  const style = finding.severity;
  const carets = " ".repeat(columns(before)) + paint(style, "^".repeat(columns(match) || 1));
  const used = columns(before) + (columns(match) || 1);
  return [
    paint("faint", number + GUTTER) + before + paint(style, match) + after,
    paint("faint", " ".repeat(number.length) + GUTTER) + carets +
    runsOn(finding, room - used, paint),
  ];
}

const GUTTER = " │ ";

/** Says where a match ends that goes on past the line shown. */
function runsOn(finding: Finding, room: number, paint: Paint): string {
  const { line, endLine } = finding.location;
  const note = ` to line ${endLine}`;
  return endLine > line && columns(note) <= room ? paint("faint", note) : "";
}

/** Cuts what does not fit, first around the match, and the match itself only if it must. */
function cut({ before, match, after }: Parts, room: number): Parts {
  const needed = { before: columns(before), match: columns(match), after: columns(after) };
  if (needed.before + needed.match + needed.after <= room) return { before, match, after };
  const marks = Number(before !== "") + 1;
  if (needed.match > room - marks) {
    return {
      before: before && ELLIPSIS,
      match: takeStart(match, room - marks),
      after: ELLIPSIS,
    };
  }
  const free = room - needed.match;
  const forBefore = Math.max(Math.floor(free / 2), free - needed.after);
  const forAfter = free - Math.min(forBefore, needed.before);
  return {
    before: needed.before <= forBefore ? before : ELLIPSIS + takeEnd(before, forBefore - 1),
    match,
    after: needed.after <= forAfter ? after : takeStart(after, forAfter - 1) + ELLIPSIS,
  };
}
