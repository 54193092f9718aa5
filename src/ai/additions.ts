// Findings that come of a review: what a model reports, where no rule has reported it, and text that
// steers a model.

import {
  type Confidence,
  type Finding,
  fingerprint,
  type Location,
  type RuleInfo,
  type Severity,
  type Snippet,
} from "../core/mod.ts";
import { confidenceOf } from "./calibrate.ts";
import type { Judgement } from "./judge.ts";
import { KINDS, STEERING } from "./kinds.ts";
import type { Reported } from "./reply.ts";
import type { Sign } from "./steering.ts";

const STEERED: Readonly<Record<Sign, readonly [Severity, Confidence, string]>> = {
  leaked: ["high", "high", "its answer holds what it was told never to write"],
  dictated: ["high", "medium", "its answer is word for word what the text holds"],
  unsigned: ["medium", "medium", "its answer is none, beside a text that speaks to reviewers"],
  ordered: [
    "high",
    "medium",
    "it acquits this only with the comments, strings and names that speak to reviewers",
  ],
  swayed: ["medium", "low", "it acquits this only with its comments, strings and names"],
  seen: ["medium", "low", "it points at words that tell a reviewer what to answer"],
};

/** Takes in what judgements add, each fault of a line once. */
export class Additions {
  readonly findings: Finding[] = [];
  readonly #known: readonly Finding[];
  readonly #rules: ReadonlyMap<string, RuleInfo>;
  readonly #taken = new Set<string>();
  readonly #ordinals = new Map<string, number>();

  /** `known`: what rules have found. */
  constructor(known: readonly Finding[], rules: ReadonlyMap<string, RuleInfo>) {
    this.#known = known;
    this.#rules = rules;
  }

  /** What a model reports; its quote has been held to the lines. */
  take({ question, model, answer }: Judgement, reported: Reported): void {
    const rule = KINDS[reported.kind]!;
    const { file, line, text } = question.lines[reported.line - 1]!;
    const quote = reported.quote.split("\n")[0]!.trim();
    const start = Math.max(text.indexOf(quote), 0);
    const end = Math.max(Math.min(start + quote.length, text.length), start + 1);
    const location = { file, line, column: start + 1, endLine: line, endColumn: end + 1 };
    if (this.#known.some((finding) => this.#isSame(finding, location, rule))) return;
    const message = reported.summary === "" ? rule.title : `${rule.title}: ${reported.summary}`;
    const confidence = confidenceOf(reported);
    this.#add(rule, {
      message,
      severity: reported.severity,
      confidence,
      location,
      snippet: { text, start, end },
      review: {
        verdict: "uncertain",
        falseAlarm: 100 - reported.confidence,
        reason: answer?.reason ?? "",
        model,
      },
    });
  }

  /** That the text of a place steers. */
  steering({ place, question, model }: Judgement, sign: Sign): void {
    const [severity, confidence, words] = STEERED[sign];
    const { location } = place;
    const shown = question.lines.find(({ file, line }) =>
      file === location.file && line === location.line
    );
    const text = shown?.text ?? "";
    const snippet = place.kind === "handler"
      ? { text, start: 0, end: text.length }
      : place.finding.snippet;
    const message = `Text at this place steers a model that reviews it (${model}): ${words}`;
    this.#add(STEERING, { message, severity, confidence, location, snippet });
  }

  /** A rule's finding of the same weakness on the same lines. */
  #isSame({ location, ruleId }: Finding, { file, line }: Location, rule: RuleInfo): boolean {
    if (location.file !== file || line < location.line || line > location.endLine) return false;
    const own = this.#rules.get(ruleId);
    return own === undefined || own.family === rule.family ||
      own.cwe.some((id) => rule.cwe.includes(id));
  }

  #add(
    { id: ruleId }: RuleInfo,
    found: Pick<Finding, "message" | "severity" | "confidence" | "review"> & {
      readonly location: Location;
      readonly snippet: Snippet;
    },
  ): void {
    const { file, line } = found.location;
    const key = JSON.stringify([ruleId, file, line]);
    if (this.#taken.has(key)) return;
    this.#taken.add(key);
    const { text } = found.snippet;
    const equals = JSON.stringify([ruleId, file, text]);
    const ordinal = this.#ordinals.get(equals) ?? 0;
    this.#ordinals.set(equals, ordinal + 1);
    this.findings.push({
      ruleId,
      evidence: "heuristic",
      origin: "ai",
      fingerprint: fingerprint({ ruleId, path: file, text, ordinal }),
      signature: fingerprint({ ruleId, path: "", text, ordinal }),
      related: [],
      path: [],
      triage: { state: "open" },
      ...found,
    });
  }
}
