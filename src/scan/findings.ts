// Matches of one file made into findings: secrets masked, places counted in lines, duplicates
// folded, neighbours named. After this no finding holds text that must not be shown.

import {
  type Confidence,
  CONFIDENCES,
  type Context,
  CONTEXT_WORDS,
  type Finding,
  fingerprint,
  lineSpan,
  type LineStarts,
  lineStarts,
  type Location,
  maskSecret,
  overlaps,
  positionAt,
  redactSpans,
  type RelatedLocation,
  SEVERITIES,
  type Severity,
  severityIn,
  type Snippet,
  type SourceFile,
  type Span,
} from "../core/mod.ts";
import type { FileMatches, RuleMatch } from "./matching.ts";

/** Units of a line shown before and after the place of the match. */
const CONTEXT_BEFORE = 80;
const CONTEXT_AFTER = 160;
/** Units of the matched text that count for its fingerprint. */
const MAX_FINGERPRINTED = 4096;
/** Other rules a finding names. */
const MAX_NEIGHBOURS = 8;
const CUT = "…";

export function toFindings(file: SourceFile, { matches, secrets }: FileMatches): Finding[] {
  const kept = foldDuplicates(matches);
  if (kept.length === 0) return [];
  const secretTexts = [...new Set(secrets.map(({ start, end }) => file.text.slice(start, end)))]
    .filter((text) => text !== "");
  const page: Page = { file, starts: lineStarts(file.text), secrets, secretTexts };
  const neighbours = neighboursOf(kept);
  const ordinals = new Map<string, number>();
  return kept.map((match) => {
    const text = identityText(page, match);
    const equals = JSON.stringify([match.rule.id, text]);
    const ordinal = ordinals.get(equals) ?? 0;
    ordinals.set(equals, ordinal + 1);
    return {
      ruleId: match.rule.id,
      message: inContext(file.context, redactMessage(page, match.message)),
      severity: severityIn(file.context, severityOf(match)),
      confidence: confidenceOf(match),
      evidence: "heuristic",
      origin: "rule",
      location: locationOf(page, match.span),
      snippet: snippetOf(page, match.span),
      fingerprint: fingerprint({ ruleId: match.rule.id, path: file.path, text, ordinal }),
      related: relatedOf(page, match, neighbours.get(match) ?? []),
      path: [],
      triage: { state: "open" },
    };
  });
}

interface Page {
  readonly file: SourceFile;
  readonly starts: LineStarts;
  readonly secrets: readonly Span[];
  readonly secretTexts: readonly string[];
}

function inContext(context: Context, message: string): string {
  return context === "product" ? message : `${message} (${CONTEXT_WORDS[context]})`;
}

function severityOf(match: RuleMatch): Severity {
  return match.severity ?? match.rule.severity;
}

function confidenceOf(match: RuleMatch): Confidence {
  return match.confidence ?? match.rule.confidence;
}

/** One match per place and rule, the more certain and then the graver; in document order. */
function foldDuplicates(matches: readonly RuleMatch[]): RuleMatch[] {
  const sorted = [...matches].sort((a, b) =>
    compare(a.rule.id, b.rule.id) || a.span.start - b.span.start || a.span.end - b.span.end
  );
  const kept: RuleMatch[] = [];
  for (const match of sorted) {
    const last = kept.at(-1);
    const same = last && last.rule.id === match.rule.id && overlaps(last.span, match.span);
    if (!same) kept.push(match);
    else if (weight(match) > weight(last)) kept[kept.length - 1] = match;
  }
  return kept.sort((a, b) =>
    a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule.id, b.rule.id)
  );
}

function weight(match: RuleMatch): number {
  return CONFIDENCES.indexOf(confidenceOf(match)) * SEVERITIES.length +
    SEVERITIES.indexOf(severityOf(match));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function identityText(page: Page, match: RuleMatch): string {
  const { start, end } = match.span;
  const text = page.file.text.slice(start, Math.min(end, start + MAX_FINGERPRINTED));
  if (match.fingerprint === "whole") return text;
  return redactSpans(text, { offset: start, secrets: near(page, { start, end }) }).text;
}

function locationOf({ file, starts }: Page, span: Span): Location {
  const start = positionAt(starts, span.start);
  const end = positionAt(starts, span.end);
  return {
    file: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

function snippetOf(page: Page, span: Span): Snippet {
  const { text } = page.file;
  const line = lineSpan(text, page.starts, span.start);
  const end = Math.min(Math.max(span.end, span.start), line.end);
  const from = Math.max(line.start, span.start - CONTEXT_BEFORE);
  const to = Math.min(
    line.end,
    Math.max(span.start, Math.min(end, span.start + CONTEXT_AFTER)) + CONTEXT_AFTER,
  );
  const shown = redactSpans(text.slice(from, to), {
    offset: from,
    secrets: near(page, { start: from, end: to }),
  });
  const lead = from > line.start ? CUT : "";
  const tail = to < line.end ? CUT : "";
  return {
    text: wellFormed(lead + shown.text + tail),
    start: lead.length + shown.map(span.start - from),
    end: lead.length + shown.map(Math.min(end, to) - from),
  };
}

/** A cut may part the halves of a character; half of one is no text. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

function near({ secrets }: Page, span: Span): Span[] {
  return secrets.filter((secret) => overlaps(secret, span));
}

function redactMessage({ secretTexts }: Page, message: string): string {
  let safe = message;
  for (const secret of secretTexts) {
    // Nearly every message holds none, and there may be thousands of both.
    if (safe.includes(secret)) safe = safe.replaceAll(secret, maskSecret(secret));
  }
  return safe;
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
      if (other.rule.id === match.rule.id) continue;
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
    message: redactMessage(page, message),
  }));
  const others = neighbours.map((other) => ({
    ...locationOf(page, other.span),
    message: `Also found by ${other.rule.id}: ${other.rule.title}`,
  }));
  return [...own, ...others];
}
