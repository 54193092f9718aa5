// Where a secret may start and end in raw text. An escape before it ends in a letter or digit that
// is no part of it: "\nghp_…" in JSON, "%20ghp_…" in a URL.

/** As the source of an expression. */
export const ESCAPED = "(?:\\\\[nrtbfv0]|%[0-9A-Fa-f]{2}|\\\\x[0-9A-Fa-f]{2}|\\\\u[0-9A-Fa-f]{4})";
/** The longest of them. */
const ESCAPE_LENGTH = 6;
const ESCAPE_BEFORE = new RegExp(`${ESCAPED}$`);
const WORD = /[A-Za-z0-9_-]/;

/** True where no word runs on from the left into `index`. */
export function startsWord(text: string, index: number): boolean {
  const before = text[index - 1];
  if (before === undefined || !WORD.test(before)) return true;
  return ESCAPE_BEFORE.test(text.slice(Math.max(0, index - ESCAPE_LENGTH), index));
}

/** True where no word runs on from `index` to the right. */
export function endsWord(text: string, index: number): boolean {
  const after = text[index];
  return after === undefined || !WORD.test(after);
}
