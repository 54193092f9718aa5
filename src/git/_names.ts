// Names as git writes them: ended by NUL, or quoted as in C.

/** The parts of a list made with `-z`. */
export function parts(text: string): string[] {
  const all = text.split("\0");
  if (all.at(-1) === "") all.pop();
  return all;
}

/** A file of `git diff --raw -z`, by its new name. */
export interface RawChange {
  readonly path: string;
  /** A letter: A, C, D, M, R, T, U or X. */
  readonly status: string;
  readonly mode: string;
}

/** Of a list made by `git diff --raw -z`. */
export function rawChanges(text: string): RawChange[] {
  const list = parts(text);
  const changes: RawChange[] = [];
  for (let at = 0; at + 1 < list.length;) {
    const fields = list[at]!.split(" ");
    const status = fields[4]?.[0] ?? "X";
    // A rename or a copy has two names, the new one last.
    const names = status === "R" || status === "C" ? 2 : 1;
    const path = list[at + names];
    if (path !== undefined) changes.push({ path, status, mode: fields[1] ?? "" });
    at += 1 + names;
  }
  return changes;
}

const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "\\": 92,
};

/** What a name in quotes stands for; undefined where it is not well quoted. */
export function unquoted(quoted: string): string | undefined {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 1; at < quoted.length;) {
    const char = String.fromCodePoint(quoted.codePointAt(at)!);
    if (char === '"') return new TextDecoder().decode(Uint8Array.from(bytes));
    if (char !== "\\") {
      bytes.push(...encoder.encode(char));
      at += char.length;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(quoted.slice(at + 1, at + 4))?.[0];
    const byte = octal === undefined ? ESCAPES[quoted[at + 1] ?? ""] : parseInt(octal, 8);
    if (byte === undefined) return undefined;
    bytes.push(byte);
    at += octal === undefined ? 2 : 4;
  }
  return undefined;
}
