// Which places are worth a question, and in which order: a small budget buys the most.

import {
  type Capability,
  type Evidence,
  type Family,
  type Finding,
  type HandlerWork,
  type Location,
  type RuleInfo,
  SEVERITIES,
} from "../core/mod.ts";

/**
 * A place to ask about: what a rule doubts, a handler in which no rule has found anything, or a text
 * for a model with some signs of an order, too few for a rule.
 */
export type Place =
  & { readonly location: Location; readonly steps: readonly Location[] }
  & (
    | { readonly kind: "finding"; readonly finding: Finding; readonly rule: RuleInfo }
    | { readonly kind: "handler"; readonly handler: HandlerWork }
    | { readonly kind: "text"; readonly finding: Finding }
  );

/**
 * What a few lines can tell. Secrets are gone before a model sees them; what a package manifest or a
 * configuration says is a fact.
 */
const ASKED: ReadonlySet<Family> = new Set([
  "command-injection",
  "data-flow",
  "sensitive-files",
  "tool-poisoning",
  "prompt-injection",
  "server-surface",
  "protocol",
  "server-hygiene",
  "custom",
]);

/** About all tools of a server at once, which a few lines do not show. */
const NOT_ASKED: ReadonlySet<string> = new Set(["toxic-tool-combination"]);

const DOUBT: Readonly<Record<Evidence, number>> = { likely: 2, heuristic: 1, proven: 0 };
const MIN_SEVERITY = SEVERITIES.indexOf("medium");

/** How much harm it does when a stranger chooses how. */
const WEIGHTS: Readonly<Record<Capability, number>> = {
  "evaluates-code": 9,
  "runs-programs": 8,
  "changes-database": 6,
  "removes-files": 6,
  "writes-files": 5,
  "queries-database": 5,
  "fetches": 4,
  "reads-files": 4,
  "sends": 3,
};

const TEXT_WORTH = 5;
/** Handlers that are asked about for one and the same call, in a client that they share say. */
const MAX_ASKED = 2;

/** The most valuable first; of equal worth in the order of files and lines. */
export function placesOf(
  { findings, rules, handlers, texts }: {
    readonly findings: readonly Finding[];
    readonly rules: readonly RuleInfo[];
    readonly handlers: readonly HandlerWork[];
    readonly texts: readonly Finding[];
  },
): Place[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const doubtful: { readonly place: Place; readonly worth: number }[] = [];
  for (const finding of findings) {
    const rule = known.get(finding.ruleId);
    const { severity, evidence, triage, location, path } = finding;
    if (!rule || !ASKED.has(rule.family) || NOT_ASKED.has(rule.id)) continue;
    if (triage.state !== "open") continue;
    const grade = SEVERITIES.indexOf(severity);
    if (evidence === "proven" || grade < MIN_SEVERITY) continue;
    const place: Place = { kind: "finding", finding, rule, location, steps: path };
    doubtful.push({ place, worth: grade * 10 + DOUBT[evidence] });
  }
  const convicted = Map.groupBy(
    findings.filter(({ severity }) => SEVERITIES.indexOf(severity) >= MIN_SEVERITY),
    ({ location }) => location.file,
  );
  const weighed = handlers.map((handler) => {
    const uses = handler.uses.toSorted((a, b) => WEIGHTS[b.capability] - WEIGHTS[a.capability]);
    return { handler, uses, worth: uses[0] ? WEIGHTS[uses[0].capability] : 0 };
  }).sort((a, b) => b.worth - a.worth);
  const asked = new Map<string, number>();
  for (const { handler, uses, worth } of weighed) {
    const isConvicted = [{ file: handler.file, line: 0 }, ...uses].some(({ file, line }) =>
      convicted.get(file)?.some(({ location }) =>
        location.line === line || (file === handler.file && isIn(location, handler))
      )
    );
    const places = uses.map(({ file, line }) => `${file}:${line}`);
    const isNew = places.some((place) => (asked.get(place) ?? 0) < MAX_ASKED);
    if (isConvicted || !isNew) continue;
    for (const place of places) asked.set(place, (asked.get(place) ?? 0) + 1);
    const location = lineIn(handler.file, uses[0]!.via);
    const steps = uses.map(({ file, line }) => lineIn(file, line));
    doubtful.push({ place: { kind: "handler", handler, location, steps }, worth });
  }
  for (const finding of texts) {
    const { location, severity } = finding;
    const isTold = convicted.get(location.file)?.some((known) =>
      known.location.line <= location.endLine && known.location.endLine >= location.line
    );
    // In a test or an example nothing is graver than low.
    if (isTold || SEVERITIES.indexOf(severity) < MIN_SEVERITY) continue;
    doubtful.push({ place: { kind: "text", finding, location, steps: [] }, worth: TEXT_WORTH });
  }
  return doubtful.sort((a, b) => b.worth - a.worth || byPlace(a.place, b.place))
    .map(({ place }) => place);
}

function lineIn(file: string, line: number): Location {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

function isIn({ file, line }: { file: string; line: number }, handler: HandlerWork): boolean {
  return file === handler.file && line >= handler.line && line <= handler.endLine;
}

function byPlace({ location: a }: Place, { location: b }: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
