// What data flow finds, as matches of the rules that report each kind of sink.

import {
  type Confidence,
  type Context,
  LIKELY_SINKS,
  type PathStep,
  SECOND_ORDER_SINKS,
  SEVERITIES,
  type Severity,
} from "../core/mod.ts";
import { type Flow, flowsOf, type Handler, type Module, type ProjectFacts } from "../flow/mod.ts";
import type { RuleMatch } from "./matching.ts";
import type { FlowRule, RuleSet } from "./rule_set.ts";

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
  /** What a model, or a client, calls, and what that does. */
  readonly handlers: readonly Handler[];
}

/** Flows to sinks of one file; beyond it a reader learns nothing new. */
const MAX_FLOWS = 500;

export function matchFlows(
  files: readonly FlowFile[],
  { rules, facts }: { readonly rules: RuleSet; readonly facts?: ProjectFacts | undefined },
): FlowMatches {
  const matches = new Map<string, RuleMatch[]>();
  const contexts = new Map(files.map(({ path, context }) => [path, context]));
  const { flows, cuts, handlers } = flowsOf(files, facts);
  const cut = new Set(cuts.map(({ file }) => file));
  for (const flow of flows) {
    // What a test gives to the product, nobody outside gives.
    const [from, to] = [flow.steps[0]!.file, flow.place.file].map((path) => contexts.get(path));
    if (from !== "product" && to === "product") continue;
    const rule = ruleOf(flow, rules);
    const match = rule && flowMatch(flow, rule);
    if (!match) continue;
    const known = matches.get(flow.place.file);
    if (!known) matches.set(flow.place.file, [match]);
    else if (known.length < MAX_FLOWS) known.push(match);
    else cut.add(flow.place.file);
  }
  for (const { path, module } of files) if (module.cut) cut.add(path);
  return { matches, cuts: [...cut].sort(), handlers };
}

function ruleOf(flow: Flow, rules: RuleSet): FlowRule | undefined {
  return rules.sinks.get(flow.kind)?.find(({ sources, sinkWords }) =>
    (!sources || sources.includes(flow.source)) && (!sinkWords || sinkWords === flow.words)
  );
}

/** Of little weight: a way through unknown code is none. */
const MINOR = new Set<Flow["kind"]>(["regex", "log"]);
/** What a server is for, where only those may ask it who have signed in. */
const GRANTED = new Set<Flow["kind"]>(["program", "argument", "url", "open", "redirect", "module"]);

function flowMatch(flow: Flow, asked: FlowRule): RuleMatch | undefined {
  const { rule, sources } = asked;
  const { evidence, source } = flow;
  if (evidence === "likely" && !sources && !LIKELY_SINKS.has(flow.kind)) return undefined;
  if (flow.assumed && MINOR.has(flow.kind)) return undefined;
  if (flow.guarded && GRANTED.has(flow.kind)) return undefined;
  const isSent = source === "tool" || source === "request" || source === "parameter";
  if (!isSent && !sources && !SECOND_ORDER_SINKS.has(flow.kind)) return undefined;
  const first = flow.steps[0]!;
  const words = first.words[0]!.toUpperCase() + first.words.slice(1);
  return {
    ruleId: rule.id,
    title: rule.title,
    span: flow.place.at,
    message: `${words} reaches ${flow.words} ("${flow.callee}")` +
      (flow.named ? ", whose name is fixed" : ""),
    severity: severityOf(flow, { asked, isSent }),
    confidence: confidenceOf(flow, { asked, isSent }),
    evidence: isWeak(flow, isSent) ? "likely" : evidence,
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

/** Sinks that start something. */
const STARTS = new Set<Flow["kind"]>(["program", "module"]);

function severityOf(
  flow: Flow,
  { asked: { rule, sources }, isSent }: { asked: FlowRule; isSent: boolean },
): Severity {
  const own = sources
    ? rule.severity
    : GRAVE.has(flow.kind)
    ? "critical"
    : STARTS.has(flow.kind)
    ? "high"
    : rule.severity;
  // A rule that asks for such a source has its severity from it.
  if (!isSent) return sources ? own : lower(lower(own));
  // Whoever chooses the folder alone gets no further than files of that name.
  const here = flow.named ? lower(own) : own;
  return isWeak(flow, isSent) ? lower(here) : here;
}

function confidenceOf(
  flow: Flow,
  { asked: { rule, sources }, isSent }: { asked: FlowRule; isSent: boolean },
): Confidence {
  if (!isSent) return sources ? rule.confidence : "low";
  return isWeak(flow, isSent) ? "medium" : "high";
}

/** Short of a proof: a way through unknown code, a sender who is known, a parameter of nobody's. */
function isWeak({ evidence, assumed, guarded }: Flow, isSent: boolean): boolean {
  return evidence === "likely" || assumed || guarded || !isSent;
}

function lower(severity: Severity): Severity {
  return SEVERITIES[Math.max(SEVERITIES.indexOf(severity) - 1, 0)]!;
}
