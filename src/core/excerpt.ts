// A piece of a file as a model is shown it: lines with their numbers, secrets replaced.

import type { Capability } from "./capability.ts";
import type { Location } from "./finding.ts";

/** What the lines are to the place in question. */
export type ExcerptRole = "code" | "constants" | "callers" | "flow";

export interface ExcerptLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

export interface ExcerptPart {
  readonly role: ExcerptRole;
  readonly file: string;
  /** In order; a gap in the numbers is a gap in the text. */
  readonly lines: readonly ExcerptLine[];
}

export interface Excerpt {
  /** A language, or another kind of file. */
  readonly kind: string;
  readonly parts: readonly ExcerptPart[];
  /**
   * The same lines with nothing that could speak to a reader: no comment, strings as mere shapes,
   * telling names replaced. Left out where the text itself is the matter.
   */
  readonly bare?: readonly ExcerptPart[];
}

/** What a function that a client or a model calls does to the world outside. */
export interface HandlerWork extends Location {
  readonly kind: string;
  readonly name: string;
  readonly uses: readonly {
    readonly capability: Capability;
    readonly callee: string;
    /** Where it is done. */
    readonly file: string;
    readonly line: number;
    /** The line of the handler that leads there. */
    readonly via: number;
  }[];
}
