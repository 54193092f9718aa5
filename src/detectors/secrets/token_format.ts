// What a provider's token looks like, and the short way to write down the common case: a prefix
// and so many characters of one alphabet. Examples are made when asked for, so that no token-like
// text stands in the tables.

import type { Severity } from "../../core/mod.ts";
import { looksRandom } from "./token_checks.ts";

/** `count` characters of `alphabet` (letters and digits unless told), arbitrary but fixed. */
export type Chars = (count: number, alphabet?: string) => string;

export interface TokenFormat {
  /** As a reader would say it: "GitHub token". */
  readonly name: string;
  /** Texts one of which every token holds, at its start or `lead` units on; case counts. */
  readonly markers: readonly string[];
  /** Fewest and most units of a token before its marker. */
  readonly lead?: readonly [fewest: number, most: number];
  /** The token alone, without its surroundings; sticky and bounded. */
  readonly token: RegExp;
  readonly accepts: (token: string) => boolean;
  /** True where `accepts` verifies a checksum, so that a hit is certain. */
  readonly checked?: true;
  readonly severity?: Severity;
  /** A made-up token that the format accepts. */
  readonly example: (chars: Chars) => string;
}

export const HEX = "0123456789abcdef";
export const DIGITS = "0123456789";
export const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
export const LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
export const ALNUM = LETTERS + DIGITS;
export const BASE64 = `${ALNUM}+/`;
/** Letters, digits, `_` and `-`: base64 for URLs, and what many providers draw from. */
export const URL64 = `${ALNUM}_-`;

interface Prefixed {
  /** The characters after the prefix. */
  readonly of: string;
  /** How many; a range where the provider's own differ. */
  readonly length: number | readonly [fewest: number, most: number];
  readonly severity?: Severity;
}

/** A format of one of `prefixes` and random characters. */
export function prefixed(
  name: string,
  prefixes: string | readonly string[],
  { of, length, severity }: Prefixed,
): TokenFormat {
  const markers = typeof prefixes === "string" ? [prefixes] : prefixes;
  const [fewest, most] = typeof length === "number" ? [length, length] : length;
  const start = markers.map((marker) => RegExp.escape(marker)).join("|");
  const characters = of.replace("-", "\\-");
  return {
    name,
    markers,
    token: new RegExp(`(?:${start})[${characters}]{${fewest},${most}}`, "y"),
    accepts: (token) => {
      const prefix = markers.find((marker) => token.startsWith(marker)) ?? "";
      return looksRandom(token.slice(prefix.length));
    },
    ...(severity && { severity }),
    example: (chars) => markers[0]! + chars(fewest, of),
  };
}

/** Accepts a token whose characters after `length` look random. */
export function randomAfter(length: number): (token: string) => boolean {
  return (token) => looksRandom(token.slice(length));
}

/** A made-up UUID. */
export function exampleUuid(chars: Chars): string {
  const [a, b, c, d] = [chars(8, HEX), chars(4, HEX), chars(3, HEX), chars(3, HEX)];
  return `${a}-${b}-4${c}-a${d}-${chars(12, HEX)}`;
}
