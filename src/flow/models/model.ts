// What is known of libraries: which calls are sinks, sources or sanitisers, and how taint passes
// through them. Tables of these are all that the engine knows of any library.

import type { Kinds, SinkKind } from "../kinds.ts";
import type { SourceKind } from "../values.ts";

/** Which argument: by place, by keyword, `1.filter` for a field, what a method is called on, or all. */
export type Which = number | string | "receiver" | "all";

/** Arguments whose name in a library, or text, is such; without one, that are given at all. */
export interface Named {
  readonly args: readonly Which[];
  readonly name?: RegExp;
}

/** An option, `shell: true`: `true` means on, `false` not on. */
export interface Option {
  readonly option: string;
  readonly is: boolean;
}

export interface SinkModel {
  readonly kind: SinkKind;
  /** The first of these that is given is looked at. */
  readonly args: readonly Which[];
  /** Of a record, the member that counts. */
  readonly field?: string;
  /** Only with this option. */
  readonly when?: Option;
  /** Not where one of these arguments is called such. */
  readonly unless?: Named;
  /** Only where one of these arguments, or its text, is such. */
  readonly only?: Named;
  /**
   * How it is taken: `command`, a list of words of which the first is the program; `words`, a list
   * behind the program; `rest`, words as arguments of their own, from this one on; `tagged`, a
   * template whose values are words, or parts of words, of a command.
   */
  readonly as?: "words" | "command" | "rest" | "tagged";
  /** For a reader, after "reaches": "a shell's command line". */
  readonly words: string;
}

export interface CallModel {
  readonly sinks?: readonly SinkModel[];
  readonly source?: { readonly kind: SourceKind; readonly words: string };
  /** Reading it is enough: `flask.request.args`. */
  readonly isMember?: true;
  /** The result is its argument made safe for these; only the first argument passes. */
  readonly sanitises?: Kinds;
  /** What passes is marked with these: kinds it is safe for, or what was done to it. */
  readonly marks?: Kinds;
  /** The marks hold only where an argument is such. */
  readonly marksOnly?: Named;
  /** Which arguments pass into the result; all and the receiver where nothing is said. */
  readonly passes?: readonly Which[] | "none";
  /** The result's type: a number carries nothing. */
  readonly returns?: "number" | "boolean" | "text";
  /** What was safe in the text need not be so in what it stands for. */
  readonly decodes?: true;
  /** The result is the argument itself, callable as it is: `promisify`, `partial`. */
  readonly wraps?: true;
  /** The result is the expression given first, unless a flag changes what its anchors mean. */
  readonly compiles?: true;
  /** Its first argument names the variable of the environment that it reads. */
  readonly readsVariable?: true;
  /**
   * Joins its arguments to a path: `below`, where an absolute one counts as relative; `from`, where
   * it counts as it is.
   */
  readonly joins?: "below" | "from";
  /** Ends the program, or throws, unless its argument at this place is true. */
  readonly asserts?: number;
  /** What it writes into one of its arguments. */
  readonly fills?: { readonly place: number; readonly from: Which };
  /** The result's name for the tables, with this option, or where an argument is such. */
  readonly gives?: { readonly name: string; readonly when?: Option; readonly only?: Named };
  /** Ends the program. */
  readonly exits?: true;
}

/** By full name; `*.query` for a method whose receiver is not known. */
export type Models = ReadonlyMap<string, CallModel>;
