// A file's lines with every secret replaced by a placeholder that says what it is. Line numbers stay
// what they were, and one secret has one placeholder throughout the file.

import { mergeSpans, type Span } from "../core/mod.ts";
import type { FileMatches } from "./matching.ts";

/** Shorter texts stand in a file by chance. */
const MIN_REPEATED = 6;
const LINE_END = /\r\n|\n|\r/;

/** The lines of a text; `\n`, `\r\n` and a lone `\r` end one. */
export function linesOf(text: string): string[] {
  return text.split(LINE_END);
}

/** Line ends of a text that is taken away, so that what follows keeps its number. */
export function lineEndsOf(text: string): string {
  return "\n".repeat(linesOf(text).length - 1);
}

export function maskedText(
  text: string,
  { matches, secrets }: Pick<FileMatches, "matches" | "secrets">,
): string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const nameOf = (secret: string, span: Span): string => {
    const known = names.get(secret);
    if (known !== undefined) return known;
    const rule = matches.find((match) =>
      match.secret && match.secret.start < span.end && span.start < match.secret.end
    );
    const kind = rule?.ruleId ?? "secret";
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const name = `<${kind}-${count}>`;
    names.set(secret, name);
    return name;
  };
  let out = "";
  let from = 0;
  for (const span of mergeSpans(secrets)) {
    const secret = text.slice(span.start, span.end);
    out += text.slice(from, span.start) + nameOf(secret, span) + lineEndsOf(secret);
    from = span.end;
  }
  out += text.slice(from);
  // Where no rule looks, a comment say, the same secret may stand again.
  const repeated = [...names].filter(([secret]) => secret.length >= MIN_REPEATED)
    .sort(([a], [b]) => b.length - a.length);
  for (const [secret, name] of repeated) {
    out = out.replaceAll(secret, () => name + lineEndsOf(secret));
  }
  return out;
}
