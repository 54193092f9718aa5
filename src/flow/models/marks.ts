// Marks that are no kinds of sinks, kept among their bits: what has been done to a value.

import type { Kinds } from "../kinds.ts";

/** Does not begin with `..`. */
export const UNCLIMBING: Kinds = 1 << 22;

/** A file's or folder's name of the program's own stands last in the path. */
export const NAMED: Kinds = 1 << 23;

/** No `/` in it. */
export const SLASHLESS: Kinds = 1 << 24;

/** No absolute path. */
export const RELATIVE: Kinds = 1 << 25;

/** No `..` that climbs: refused, or resolved below a root. */
export const DOTLESS: Kinds = 1 << 26;

/** Quotes in it are doubled or escaped: between quotes it stays there. */
export const QUOTED: Kinds = 1 << 30;

/** Begins with a folder and a separator: inside of it, if it was resolved before. */
export const BOUNDED: Kinds = 1 << 31;

/** A path without `..` in it, made absolute. */
export const RESOLVED: Kinds = 1 << 28;

/** The way from a folder to a path: where it does not climb, the path lies inside. */
export const RELATED: Kinds = RESOLVED | RELATIVE;

/** A call made something else of it: a part, a hash, an answer. */
export const CHANGED: Kinds = 1 << 27;

/** It went through a call of a library that no table knows: that it comes out is an assumption. */
export const ASSUMED: Kinds = 1 << 29;
