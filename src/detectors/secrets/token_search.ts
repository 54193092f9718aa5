// Finds provider tokens in one pass over a text: an expression of nothing but the formats' markers,
// then the few formats that have the marker found. Tested one by one, so many keywords would cost
// ten times as much.

import type { Span } from "../../core/mod.ts";
import type { TokenFormat } from "./token_format.ts";
import { TOKEN_FORMATS } from "./token_formats.ts";
import { endsWord, ESCAPED, startsWord } from "./word_edges.ts";

export interface FoundToken {
  readonly format: TokenFormat;
  readonly span: Span;
}

/** By marker, of which none starts with another: all formats to try where it stands. */
type Index = ReadonlyMap<string, readonly TokenFormat[]>;

const AT_START = indexOf(TOKEN_FORMATS.filter(({ lead }) => lead === undefined));
const WITH_LEAD = indexOf(TOKEN_FORMATS.filter(({ lead }) => lead !== undefined));

/** An expression for markers (its only group), and what a text without any of must do without markers too. */
interface MarkerSearch {
  readonly expression: RegExp;
  readonly keywords: readonly string[];
}

/** For the markers that start a token, at a word's start or after an escape, and for inner ones. */
export const MARKER_SEARCHES: readonly MarkerSearch[] = [
  searchOf(AT_START, "\\b"),
  searchOf(AT_START, ESCAPED),
  searchOf(WITH_LEAD, ""),
];

function indexOf(formats: readonly TokenFormat[]): Index {
  const markers = [...new Set(formats.flatMap((format) => format.markers))];
  const shortest = markers.filter((marker) =>
    !markers.some((other) => other !== marker && marker.startsWith(other))
  );
  return new Map(
    shortest.sort().map((marker) => [
      marker,
      formats.filter((format) => format.markers.some((other) => other.startsWith(marker))),
    ]),
  );
}

function searchOf(index: Index, before: string): MarkerSearch {
  const markers = [...index.keys()];
  const alternatives = markers.map((marker) => RegExp.escape(marker)).join("|");
  return {
    expression: new RegExp(`${before}(${alternatives})`, "g"),
    // Nearly every text holds one: the search itself is the test.
    keywords: [...new Set(markers.map((marker) => marker.charAt(0).toLowerCase()))],
  };
}

/** The token that the marker found by one of the searches belongs to. */
export function tokenAtMarker(hit: RegExpExecArray): FoundToken | undefined {
  const { 0: all, 1: marker = "", input } = hit;
  const index = hit.index + all.length - marker.length;
  for (const format of AT_START.get(marker) ?? []) {
    const span = spanAt(format, input, index);
    if (span) return { format, span };
  }
  for (const format of WITH_LEAD.get(marker) ?? []) {
    const [fewest, most] = format.lead!;
    for (let lead = most; lead >= fewest; lead--) {
      const span = index >= lead ? spanAt(format, input, index - lead) : undefined;
      if (span) return { format, span };
    }
  }
  return undefined;
}

function spanAt({ token, accepts }: TokenFormat, text: string, start: number): Span | undefined {
  if (!startsWord(text, start)) return undefined;
  token.lastIndex = start;
  const found = token.exec(text)?.[0];
  if (found === undefined || !endsWord(text, start + found.length)) return undefined;
  return accepts(found) ? { start, end: start + found.length } : undefined;
}

/** The first token in `text`. */
export function findToken(text: string): FoundToken | undefined {
  for (const { expression } of MARKER_SEARCHES) {
    for (const hit of text.matchAll(expression)) {
      const found = tokenAtMarker(hit);
      if (found) return found;
    }
  }
  return undefined;
}
