// A Dockerfile as its instructions: continued lines and here-documents belong to the one they
// follow, comments to none. Nothing is expanded.

import type { BuildInstruction, Located } from "../core/mod.ts";
import { linesOf } from "./packages_reading.ts";

/** A real one has some fifty. */
const MAX_INSTRUCTIONS = 5_000;

const ESCAPE_DIRECTIVE = /^#\s{0,8}escape\s{0,8}=\s{0,8}`\s{0,8}$/im;
const START = /^\s{0,200}([A-Za-z]{2,20})(?=\s|$)/;
const COMMENT_OR_BLANK = /^\s{0,200}(?:#|$)/;
const HEREDOC = /<<-?(["']?)([A-Za-z_]\w{0,60})\1/g;

export function instructionsOf(text: string): BuildInstruction[] {
  const escape = ESCAPE_DIRECTIVE.test(text.slice(0, 500)) ? "`" : "\\";
  const found: BuildInstruction[] = [];
  const lines = linesOf(text);
  for (let next = lines.next(); !next.done; next = lines.next()) {
    const first = next.value;
    const [, name] = START.exec(first.value) ?? [];
    if (name === undefined) continue;
    if (found.length >= MAX_INSTRUCTIONS) break;
    const end = endOf(first, { lines, escape });
    const start = first.span.start + first.value.indexOf(name) + name.length;
    const body = text.slice(start, end);
    const lead = body.length - body.trimStart().length;
    const value = body.trim();
    found.push({
      name: name.toUpperCase(),
      text: { value, span: { start: start + lead, end: start + lead + value.length } },
    });
  }
  return found;
}

/** Where the instruction that starts on `first` ends; takes its lines. */
function endOf(
  first: Located<string>,
  { lines, escape }: { lines: Generator<Located<string>>; escape: string },
): number {
  let line = first;
  const markers: string[] = [];
  for (;;) {
    // At most a few; a line full of them is no Dockerfile.
    for (const [, , marker] of [...line.value.slice(0, 2_000).matchAll(HEREDOC)].slice(0, 5)) {
      markers.push(marker!);
    }
    const continues = line.value.trimEnd().endsWith(escape) ||
      (line !== first && COMMENT_OR_BLANK.test(line.value));
    if (!continues) break;
    const next = lines.next();
    if (next.done) return line.span.end;
    line = next.value;
  }
  for (const marker of markers) {
    for (let next = lines.next(); !next.done; next = lines.next()) {
      line = next.value;
      if (line.value.trim() === marker) break;
    }
  }
  return line.span.end;
}
