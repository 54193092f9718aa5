// Marks that are no kinds of sinks, kept among their bits: what has been done to a value.

import type { Kinds } from "../kinds.ts";

/** A path without `..` in it, made absolute. */
export const RESOLVED: Kinds = 1 << 28;

/** A call made something else of it: a part, a hash, an answer. */
export const CHANGED: Kinds = 1 << 27;

/** It went through a call of a library that no table knows: that it comes out is an assumption. */
export const ASSUMED: Kinds = 1 << 29;
