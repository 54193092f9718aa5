// What a scan of each server came to, and the table of it.

import { CONFIDENCES, printable, SEVERITIES } from "../../src/core/mod.ts";

export interface ScannedFinding {
  readonly ruleId: string;
  readonly severity: string;
  readonly confidence: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly snippet: string;
}

export interface Outcome {
  /** `name@version`. */
  readonly server: string;
  readonly files: number;
  readonly findings: readonly ScannedFinding[];
  readonly complete: boolean;
  readonly milliseconds: number;
}

/** Of a JSON report, what an outcome keeps. */
export function readReport(
  json: string,
  context: { readonly server: string; readonly milliseconds: number },
): Outcome {
  const report = JSON.parse(json);
  const findings = report.findings.map(
    ({ ruleId, severity, confidence, file, line, message, snippet }: ScannedFinding) => {
      return { ruleId, severity, confidence, file, line, message, snippet };
    },
  );
  return { ...context, files: report.coverage.analysed, findings, complete: report.complete };
}

const GRAVEST_FIRST = SEVERITIES.toReversed();
const SUREST_FIRST = CONFIDENCES.toReversed();

/** A row a server; a cell counts findings of a severity as high/medium/low confidence. */
export function toTable(outcomes: readonly Outcome[]): string {
  const head = ["server", "files", ...GRAVEST_FIRST, "ms"];
  const sum = rowOf("all", {
    files: outcomes.reduce((sum, { files }) => sum + files, 0),
    findings: outcomes.flatMap(({ findings }) => findings),
    milliseconds: outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  });
  const rows = outcomes.map((outcome) =>
    rowOf(outcome.complete ? outcome.server : `${outcome.server} (incomplete)`, outcome)
  );
  const table = [head, ...rows, sum];
  const widths = head.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
  const lines = table.map((row) =>
    row.map((cell, i) => i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)).join("  ")
  );
  return `${lines.join("\n")}\n`;
}

function rowOf(
  name: string,
  outcome: Pick<Outcome, "files" | "findings" | "milliseconds">,
): string[] {
  const { files, findings, milliseconds } = outcome;
  const cells = GRAVEST_FIRST.map((severity) => {
    const counts = SUREST_FIRST.map((confidence) =>
      findings.filter((one) => one.severity === severity && one.confidence === confidence).length
    );
    return counts.every((count) => count === 0) ? "-" : counts.join("/");
  });
  return [printable(name), String(files), ...cells, String(Math.round(milliseconds))];
}
