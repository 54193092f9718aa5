// Rules for readers: the table of all, and the page of one, as plain text.

import { ATLAS, CWE, type FlowFacts, OWASP, type RuleInfo } from "../core/mod.ts";

/** An example with its secrets masked. */
export interface ShownExample {
  readonly expected: "bad" | "good";
  readonly file: string;
  readonly note: string;
  /** A known miss or false alarm. */
  readonly limit: boolean;
  readonly code: string;
}

/** `limits`: each rule's limits below it. */
export function ruleTable(
  rules: readonly RuleInfo[],
  { limits = false }: { readonly limits?: boolean } = {},
): string {
  if (rules.length === 0) return "No rule fits every filter\n";
  const rows = rules.map(({ id, severity, family, title }) => [id, severity, family, title]);
  const head = ["RULE", "SEVERITY", "FAMILY", "WHAT IT FINDS"];
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => cell.padEnd(widths[i]!)).join("  ").trimEnd();
  return [
    line(head),
    ...rows.flatMap((row, i) => [
      line(row),
      ...(limits ? [indent(wrapped(`cannot see: ${rules[i]!.limits}`), 2)] : []),
    ]),
  ].join("\n") + "\n";
}

/** A rule with what is shown beside it. */
export interface ShownRule {
  readonly rule: RuleInfo;
  readonly examples: readonly ShownExample[];
  /** Of a rule over data flow. */
  readonly flow?: FlowFacts;
}

export function rulePage({ rule, examples, flow }: ShownRule): string {
  const facts = [
    ["Severity", rule.severity],
    ["Confidence", rule.confidence],
    ["Family", rule.family],
    ["Since", rule.since],
  ].map(([name, value]) => `  ${name!.padEnd(11)} ${value}`);
  const section = (title: string, body: string): string => `${title}\n${indent(body, 2)}\n`;
  return [
    `${rule.id}: ${rule.title}\n`,
    ...facts,
    "",
    section("Why it matters", rule.why),
    section("What to do", rule.fix),
    section("What it does not see", rule.limits),
    ...flowSections(flow).map(({ title, lines }) =>
      section(title, lines.map((line) => wrapped(`- ${line}`)).join("\n"))
    ),
    section("Taxonomies", taxonomyLines(rule).join("\n")),
    ...examples.map((example) =>
      section(`${exampleTitle(example)} (${example.file})`, example.code.trimEnd())
    ),
  ].join("\n");
}

/** What data flow knows of the rule; nothing where it is no rule of it. */
export function flowSections(
  flow: FlowFacts | undefined,
): { readonly title: string; readonly lines: readonly string[] }[] {
  if (!flow) return [];
  const names = (all: FlowFacts["sinks"]): string[] =>
    all.map(({ language, names, more }) =>
      `${language}: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`
    );
  return [
    { title: "Followed from", lines: flow.sources },
    { title: "To these sinks", lines: names(flow.sinks) },
    { title: "Harmless behind these calls", lines: names(flow.sanitisers) },
    { title: "And behind these checks", lines: flow.guards },
  ].filter(({ lines }) => lines.length > 0);
}

const WIDTH = 88;

/** Lines of a paragraph, the later ones set in. */
function wrapped(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    if (line !== "" && line.length + word.length >= WIDTH) lines.push(`  ${word}`);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}

export function exampleTitle({ expected, note, limit }: ShownExample): string {
  const verdict = expected === "bad"
    ? limit ? "Not found (known limit)" : "Found"
    : limit
    ? "Found (known false alarm)"
    : "Not reported";
  return `${verdict}: ${note}`;
}

/** `CWE-78 Improper …`, one line an id. */
export function taxonomyLines(rule: RuleInfo): string[] {
  return [
    ...rule.cwe.map((id) => `${id} ${CWE[id] ?? ""}`),
    ...rule.owasp.map((id) => `OWASP ${id} ${OWASP[id] ?? ""}`),
    ...rule.atlas.map((id) => `MITRE ATLAS ${id} ${ATLAS[id] ?? ""}`),
    // A rule from outside may cite what is in no table.
  ].map((line) => line.trimEnd());
}

function indent(text: string, by: number): string {
  return text.split("\n").map((line) => line === "" ? "" : " ".repeat(by) + line).join("\n");
}
