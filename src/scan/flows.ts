// What data flow finds, as matches of the rules that report each kind of sink.

import {
  type Confidence,
  type Context,
  type PathStep,
  type RuleInfo,
  SEVERITIES,
  type Severity,
} from "../core/mod.ts";
import { type Flow, flowsOf, type Module } from "../flow/mod.ts";
import type { RuleMatch } from "./matching.ts";
import type { RuleSet } from "./rule_set.ts";

export interface FlowFile {
  readonly path: string;
  readonly module: Module;
  readonly context: Context;
}

export interface FlowMatches {
  /** By the file of the sink. */
  readonly matches: ReadonlyMap<string, readonly RuleMatch[]>;
  /** Files in which a bound cut the analysis. */
  readonly cuts: readonly string[];
}

/** Flows to sinks of one file; beyond it a reader learns nothing new. */
const MAX_FLOWS = 500;

export function matchFlows(files: readonly FlowFile[], rules: RuleSet): FlowMatches {
  const matches = new Map<string, RuleMatch[]>();
  const contexts = new Map(files.map(({ path, context }) => [path, context]));
  const { flows, cuts } = flowsOf(files);
  const cut = new Set(cuts.map(({ file }) => file));
  for (const flow of flows) {
    // What a test gives to the product, nobody outside gives.
    const [from, to] = [flow.steps[0]!.file, flow.place.file].map((path) => contexts.get(path));
    if (from !== "product" && to === "product") continue;
    const rule = rules.sinks.get(flow.kind);
    const match = rule && flowMatch(flow, rule);
    if (!match) continue;
    const known = matches.get(flow.place.file);
    if (!known) matches.set(flow.place.file, [match]);
    else if (known.length < MAX_FLOWS) known.push(match);
    else cut.add(flow.place.file);
  }
  for (const { path, module } of files) if (module.cut) cut.add(path);
  return { matches, cuts: [...cut].sort() };
}

/** Sinks at which a parameter that nobody in the target gives counts. */
const LIKELY = new Set<Flow["kind"]>([
  "shell",
  "code",
  "deserialization",
  "interpreter",
  "template",
  "sql",
]);
/** Sinks at which what a file, a variable or another server says counts. */
const SECOND_ORDER = new Set<Flow["kind"]>(["shell", "code"]);

function flowMatch(flow: Flow, rule: RuleInfo): RuleMatch | undefined {
  const { evidence, source } = flow;
  if (evidence === "likely" && !LIKELY.has(flow.kind)) return undefined;
  const isSent = source === "tool" || source === "request" || source === "parameter";
  if (!isSent && !SECOND_ORDER.has(flow.kind)) return undefined;
  const first = flow.steps[0]!;
  const words = first.words[0]!.toUpperCase() + first.words.slice(1);
  return {
    ruleId: rule.id,
    title: rule.title,
    span: flow.place.at,
    message: `${words} reaches ${flow.words} ("${flow.callee}")`,
    severity: severityOf(flow, { rule, isSent }),
    confidence: confidenceOf(flow, isSent),
    evidence: evidence === "proven" && (!isSent || flow.assumed) ? "likely" : evidence,
    path: flow.steps.map((step): PathStep => ({
      file: step.file,
      span: step.at,
      message: step.words[0]!.toUpperCase() + step.words.slice(1),
    })),
  };
}

/** Sinks that hand over the machine. */
const GRAVE = new Set<Flow["kind"]>([
  "shell",
  "code",
  "interpreter",
  "deserialization",
  "template",
]);

function severityOf(
  { kind, evidence, assumed }: Flow,
  { rule, isSent }: { rule: RuleInfo; isSent: boolean },
): Severity {
  const own = GRAVE.has(kind) ? "critical" : rule.severity;
  if (!isSent) return lower(lower(own));
  return evidence === "proven" && !assumed ? own : lower(own);
}

function confidenceOf({ evidence, assumed }: Flow, isSent: boolean): Confidence {
  if (!isSent) return "low";
  return evidence === "proven" && !assumed ? "high" : "medium";
}

function lower(severity: Severity): Severity {
  return SEVERITIES[Math.max(SEVERITIES.indexOf(severity) - 1, 0)]!;
}
