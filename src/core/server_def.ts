// A server as a client configuration starts or reaches it.

import type { Span } from "./span.ts";

/** A value and where it stands in the file. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

export interface ServerDef {
  readonly name: Located<string>;
  readonly command?: Located<string>;
  readonly args: readonly Located<string>[];
  readonly env: Readonly<Record<string, Located<string>>>;
  readonly url?: Located<string>;
  readonly headers: Readonly<Record<string, Located<string>>>;
}
