// A server as a client configuration starts or reaches it. Every value knows its place; the
// credentials among them are found once, when the configuration is read.

import type { Span } from "./span.ts";

/** A value and where it stands in the file. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** Where a credential stands; `setting` is any other key of a server. */
export type CredentialPlace = "env" | "header" | "setting" | "argument" | "url";

export interface Credential {
  readonly place: CredentialPlace;
  /** Of the variable, header, setting, option, or parameter of a URL. */
  readonly name: string;
  /** The secret alone: without `Bearer`, option name or the rest of a URL. */
  readonly value: Located<string>;
}

export interface ServerDef {
  readonly name: Located<string>;
  /** Where the object or list that holds it starts: servers of one project or client share it. */
  readonly group: number;
  readonly command?: Located<string>;
  readonly args: readonly Located<string>[];
  readonly env: Readonly<Record<string, Located<string>>>;
  readonly url?: Located<string>;
  readonly headers: Readonly<Record<string, Located<string>>>;
  /**
   * All other keys, such as `cwd`, `type` or `autoApprove`: a scalar is a list of one, a list has
   * its scalars, and the keys of an object stand as `outer.inner`.
   */
  readonly settings: Readonly<Record<string, readonly Located<string>[]>>;
  readonly credentials: readonly Credential[];
}

/** `value.slice(start, end)` and its place; the whole place where escapes hide the exact one. */
export function partOf(
  { value, span }: Located<string>,
  part: Span,
): Located<string> {
  const verbatim = span.end - span.start === value.length;
  return {
    value: value.slice(part.start, part.end),
    span: verbatim ? { start: span.start + part.start, end: span.start + part.end } : span,
  };
}

/** Units of an identifier that are looked at; longer ones are no names. */
const MAX_NAME = 200;

/** The words of an identifier in lower case: `apiKey`, `API_KEY` and `--api-key` give the same. */
export function nameWords(name: string): string[] {
  return name
    .slice(0, MAX_NAME)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((word) => word !== "");
}
