// Matches of one file made into findings: duplicates folded, neighbours named, identities given.
// After this no finding holds text that must not be shown.

import {
  CONFIDENCES,
  type Context,
  CONTEXT_WORDS,
  type Finding,
  fingerprint,
  type FlowStep,
  foldCode,
  overlaps,
  type RelatedLocation,
  SEVERITIES,
  severityIn,
  type SourceFile,
} from "../core/mod.ts";
import type { FileMatches, RuleMatch } from "./matching.ts";
import { locationOf, type Page, pageOf, redacted, safeMessage, snippetOf } from "./page.ts";

/** Units of the matched text that count for its fingerprint. */
const MAX_FINGERPRINTED = 4096;
/** Other rules a finding names. */
const MAX_NEIGHBOURS = 8;

/** The findings of one file, in document order. */
export function toFindings(
  file: SourceFile,
  { matches, secrets }: Pick<FileMatches, "matches" | "secrets">,
  { pages = NO_PAGES }: { readonly pages?: Pages } = {},
): Finding[] {
  const kept = foldRepeated(file, foldDuplicates(matches));
  if (kept.length === 0) return [];
  const page = pageOf(file, secrets);
  const neighbours = neighboursOf(kept);
  const ordinals = new Map<string, number>();
  return kept.map((match) => {
    const { ruleId, confidence } = match;
    const text = identityText(page, match);
    const equals = JSON.stringify([ruleId, foldCode(text)]);
    const ordinal = ordinals.get(equals) ?? 0;
    ordinals.set(equals, ordinal + 1);
    return {
      ruleId,
      message: inContext(file.context, safeMessage(page, match.message)),
      severity: severityIn(file.context, match.severity),
      confidence,
      evidence: match.evidence ?? "heuristic",
      origin: "rule",
      location: locationOf(page, match.span),
      snippet: snippetOf(page, match.span),
      fingerprint: fingerprint({ ruleId, path: file.path, text, ordinal }),
      signature: fingerprint({ ruleId, path: "", text, ordinal }),
      related: relatedOf(page, match, neighbours.get(match) ?? []),
      path: pathOf(match, { page, pages }),
      triage: { state: "open" },
    };
  });
}

/** By path, the page of a file that a path leads through. */
export type Pages = (file: string) => Page | undefined;
const NO_PAGES: Pages = () => undefined;

function pathOf(
  { path = [] }: RuleMatch,
  { page, pages }: { readonly page: Page; readonly pages: Pages },
): FlowStep[] {
  return path.flatMap(({ file, span, message }) => {
    const shown = file === page.file.path ? page : pages(file);
    return shown ? [{ ...locationOf(shown, span), message: safeMessage(shown, message) }] : [];
  });
}

function inContext(context: Context, message: string): string {
  return context === "product" ? message : `${message} (${CONTEXT_WORDS[context]})`;
}

/** Orders matches of one place: what a path shows, the more certain, the graver last. */
function bySureness(a: RuleMatch, b: RuleMatch): number {
  return Number(a.path !== undefined) - Number(b.path !== undefined) ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

/** One match per place and rule, the more certain; in document order. */
function foldDuplicates(matches: readonly RuleMatch[]): RuleMatch[] {
  const sorted = [...matches].sort((a, b) =>
    compare(a.ruleId, b.ruleId) || a.span.start - b.span.start || a.span.end - b.span.end
  );
  const kept: RuleMatch[] = [];
  for (const match of sorted) {
    const last = kept.at(-1);
    const same = last && last.ruleId === match.ruleId && overlaps(last.span, match.span);
    if (!same) kept.push(match);
    else if (bySureness(match, last) > 0) kept[kept.length - 1] = match;
  }
  return kept.sort((a, b) =>
    a.span.start - b.span.start || a.span.end - b.span.end || compare(a.ruleId, b.ruleId)
  );
}

/** Places that a finding names where its secret stands again. */
const MAX_REPEATED = 8;

/** A secret that stands in a file many times is one to revoke: the first place names the others. */
function foldRepeated({ text }: SourceFile, matches: readonly RuleMatch[]): RuleMatch[] {
  const first = new Map<string, number>();
  const kept: RuleMatch[] = [];
  for (const match of matches) {
    if (match.fingerprint !== "whole" || !match.secret) {
      kept.push(match);
      continue;
    }
    const { start, end } = match.secret;
    const key = JSON.stringify([match.ruleId, text.slice(start, end)]);
    const at = first.get(key);
    const before = at === undefined ? undefined : kept[at]!;
    if (at === undefined || !before) {
      first.set(key, kept.length);
      kept.push(match);
    } else if ((before.related?.length ?? 0) < MAX_REPEATED) {
      const again = { span: match.secret, message: "It stands here too" };
      kept[at] = { ...before, related: [...before.related ?? [], again] };
    }
  }
  return kept;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function identityText(page: Page, match: RuleMatch): string {
  const { start, end } = match.span;
  const span = { start, end: Math.min(end, start + MAX_FINGERPRINTED) };
  const text = match.fingerprint === "whole"
    ? page.file.text.slice(span.start, span.end)
    : redacted(page, span).text;
  return match.identity === undefined ? text : `${match.identity}\n${text}`;
}

/** Other rules' matches that overlap each match; `sorted` is in document order. */
function neighboursOf(sorted: readonly RuleMatch[]): Map<RuleMatch, RuleMatch[]> {
  const neighbours = new Map<RuleMatch, RuleMatch[]>();
  let open: RuleMatch[] = [];
  const add = (match: RuleMatch, other: RuleMatch): void => {
    const known = neighbours.get(match) ?? [];
    if (known.length < MAX_NEIGHBOURS) known.push(other);
    neighbours.set(match, known);
  };
  for (const match of sorted) {
    open = open.filter(({ span }) => span.end > match.span.start).slice(-MAX_NEIGHBOURS);
    for (const other of open) {
      if (other.ruleId === match.ruleId) continue;
      add(match, other);
      add(other, match);
    }
    open.push(match);
  }
  return neighbours;
}

/** Related places of the match itself, then the other rules that report the same place. */
function relatedOf(
  page: Page,
  match: RuleMatch,
  neighbours: readonly RuleMatch[],
): RelatedLocation[] {
  const own = (match.related ?? []).map(({ span, message }) => ({
    ...locationOf(page, span),
    message: safeMessage(page, message),
  }));
  const others = neighbours.map(({ span, ruleId, title }) => ({
    ...locationOf(page, span),
    message: `Also found by ${ruleId}: ${title}`,
  }));
  return [...own, ...others];
}
