// What follows the findings on a terminal: trouble, counts, coverage, and everything a reader must
// know before taking silence for safety.

import {
  type ChangedCoverage,
  type Coverage,
  coveragePercent,
  SEVERITIES,
  showable,
  SKIP_REASONS,
  TRIAGE_STATES,
} from "../core/mod.ts";
import { wrap } from "./_columns.ts";
import { type Page, placed } from "./_finding.ts";
import { SKIP_WORDS } from "./_skips.ts";
import { type Paint, painter } from "./_style.ts";
import { countByTriage, tally, total } from "./_tally.ts";
import { reviewLines, unlikelyLine } from "./_review.ts";
import { comparisonLines, noteLines } from "./_triage.ts";
import { type FilteredReport, PERSONA_THRESHOLDS } from "./filter.ts";

/** More would push the findings off the screen. */
const MAX_DIAGNOSTICS = 20;

/** Blocks of lines, in the order in which they are read. */
export function summaryBlocks(report: FilteredReport, page: Page): string[][] {
  const paint = painter(page);
  return [
    diagnosticLines(report, page),
    noteLines(report, page),
    report.coverage.changed?.files === 0
      ? [paint("good", "No changed files")]
      : report.coverage.analysed === 0
      ? [paint("medium", "Nothing was analysed")]
      : countLines(report, paint),
    comparisonLines(report, page),
    reviewLines(report).flatMap((line) => hanging(line, page.width)),
    coverageLines(report.coverage).flatMap((line) => hanging(line, page.width)),
    configurationLines(report).flatMap((line) => hanging(line, page.width)),
    [
      ...(report.hidden === 0 ? [] : hanging(hiddenLine(report), page.width)),
      ...(report.hiddenUnlikely === 0 ? [] : hanging(unlikelyLine(report), page.width)),
      ...(report.complete ? [] : hanging(INCOMPLETE, page.width)).map((line) =>
        paint("medium", line)
      ),
    ],
  ].filter((block) => block.length > 0);
}

const INCOMPLETE =
  "Incomplete: something that should have been analysed was not, or only in part. A file or rule without findings here may still have some.";

function diagnosticLines({ diagnostics }: FilteredReport, page: Page): string[] {
  if (diagnostics.length === 0) return [];
  const paint = painter(page);
  const shown = diagnostics.slice(0, MAX_DIAGNOSTICS);
  const more = diagnostics.length - shown.length;
  const inner = page.width - 4;
  return [
    paint("strong", `Diagnostics (${diagnostics.length})`),
    ...shown.flatMap(({ kind, file, message }) => {
      const place = file === undefined ? kind : `${kind}: ${showable(page.showPath(file))}`;
      return placed(place, message, inner).map((line) => "  " + line);
    }),
    ...(more > 0 ? [`  and ${more} more, see the JSON report`] : []),
  ];
}

/** A table of severity by triage state; rows without a finding are left out. */
function countLines(report: FilteredReport, paint: Paint): string[] {
  const { findings, hidden, hiddenUnlikely } = report;
  if (findings.length === 0) {
    if (hiddenUnlikely > 0) return ["No findings but those that are left out"];
    return hidden > 0 ? ["No findings at or above the thresholds"] : [paint("good", "No findings")];
  }
  const counts = tally(findings);
  const widths = TRIAGE_STATES.map((state) => Math.max(state.length, 5) + 2);
  const row = (label: string, cells: readonly (string | number)[]) =>
    label + cells.map((cell, i) => String(cell).padStart(widths[i]!)).join("");
  const rows = SEVERITIES.toReversed()
    .filter((severity) => total(counts[severity]) > 0)
    .map((severity) => {
      const cells = TRIAGE_STATES.map((state) => counts[severity][state]);
      return paint(severity, severity.padEnd(LABEL)) + row("", cells);
    });
  const sums = countByTriage(findings);
  return [
    paint("faint", row(" ".repeat(LABEL), TRIAGE_STATES)),
    ...rows,
    row("total".padEnd(LABEL), TRIAGE_STATES.map((state) => sums[state])),
    ...(sums.open === 0 ? [paint("good", "No open findings")] : []),
  ];
}

/** The longest severity. */
const LABEL = 8;

function coverageLines(coverage: Coverage): string[] {
  const { found, analysed, parseErrors, skipped, changed } = coverage;
  const reasons = SKIP_REASONS.filter((reason) => (skipped[reason] ?? 0) > 0);
  const sum = reasons.reduce((count, reason) => count + skipped[reason]!, 0);
  const words = reasons.map((reason) => `${skipped[reason]} ${SKIP_WORDS[reason]}`);
  const skips = sum === 0 ? "none skipped" : `${sum} skipped (${words.join(", ")})`;
  const percent = shownPercent(coverage);
  return [
    ...(changed ? [changedLine(changed)] : []),
    `Files: ${found} found, ${analysed} analysed, ${
      parseErrors || "none"
    } with syntax errors, ${skips}`,
    ...(percent === 100 ? [] : [
      `Coverage: ${percent} % of the files that rules read were analysed as a whole`,
    ]),
    ...(parseErrors === 0 ? [] : ["Where there are syntax errors, findings may be missing"]),
  ];
}

/** Never rounded up to what it is not. */
export function shownPercent(coverage: Coverage): number {
  return Math.floor(coveragePercent(coverage) * 10) / 10;
}

function configurationLines({ configuration }: FilteredReport): string[] {
  if (!configuration) return [];
  const { files, rulesOff, leftOut } = configuration;
  const off = rulesOff.length === 0
    ? "all rules ran"
    : `${counted(rulesOff.length, "rule")} switched off (${shortened(rulesOff).join(", ")})`;
  const left = leftOut === 0 ? "" : `, ${counted(leftOut, "finding")} left out by rules.paths`;
  const from = files.length === 0 ? "Settings" : `Settings of ${files.map(showable).join(", ")}`;
  return [`${from}: ${off}${left}`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const MAX_RULES_OFF = 10;

function shortened(ids: readonly string[]): readonly string[] {
  if (ids.length <= MAX_RULES_OFF) return ids;
  return [...ids.slice(0, MAX_RULES_OFF), `and ${ids.length - MAX_RULES_OFF} more`];
}

function changedLine({ since, scope, files, of }: ChangedCoverage): string {
  const what = files === 1 ? "1 changed file" : `${files} changed files`;
  const shown = scope === "line" ? "changed lines" : "changed files";
  return `Changes: ${what} of ${of}, since ${showable(since)}; findings are those of ${shown}`;
}

/** Wrapped, with every line but the first set in. */
function hanging(text: string, width: number): string[] {
  return wrap(text, width - 2).map((line, i) => i === 0 ? line : `  ${line}`);
}

function hiddenLine(report: FilteredReport): string {
  const { hidden, hiddenBySeverity, hiddenUnlikely, thresholds, findings, gate } = report;
  const what = hidden === 1 ? "1 finding is hidden" : `${hidden} findings are hidden`;
  const counts = SEVERITIES.toReversed().filter((severity) => hiddenBySeverity[severity] > 0)
    .map((severity) => `${hiddenBySeverity[severity]} ${severity}`).join(", ");
  // Of these the gate knows: a threshold of the report's own hides them, and no persona.
  const gated = gate.length - findings.length - hiddenUnlikely;
  const them = hidden === 1 ? "it" : "them";
  const exit = gated === 0
    ? `the exit code does not count ${them}`
    : `the exit code counts ${gated === hidden ? them : `${gated} of them`} too`;
  const { severity, confidence } = thresholds;
  const own = PERSONA_THRESHOLDS[report.persona];
  // Thresholds that were given hold for every persona.
  const isOwn = own.severity === severity && own.confidence === confidence;
  const way = isOwn ? ". --persona auditor shows everything" : "";
  return `${what} (${counts}): below severity ${severity} or confidence ${confidence}; ${exit}${way}`;
}
