// The report for people: findings by file, then what a reader needs to weigh them. Without colour it
// holds no control character but the newline, whatever the scanned files hold.

import { defuseCommands, type Finding, showable } from "../core/mod.ts";
import { describer } from "./_describe.ts";
import { findingLines } from "./_finding.ts";
import { painter } from "./_style.ts";
import { summaryBlocks } from "./_summary.ts";
import type { FilteredReport } from "./filter.ts";

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns of the terminal; fewer than 40 count as 40. */
  readonly width: number;
  /** From a path relative to the project to one that can be clicked where the reader stands. */
  readonly showPath: (file: string) => string;
}

const MIN_WIDTH = 40;

/** `report` as lines of text, with a newline at the end. */
export function toTerminal(report: FilteredReport, options: TerminalOptions): string {
  const page = { ...options, width: Math.max(options.width, MIN_WIDTH) };
  const paint = painter(page);
  const describe = describer(report);
  const blocks: string[][] = [];
  for (const [file, findings] of groupByFile(report.findings)) {
    blocks.push([paint("underlined", showable(page.showPath(file)))]);
    for (const finding of findings) {
      blocks.push(findingLines(finding, page, describe(finding).fix));
    }
  }
  blocks.push(...summaryBlocks(report, page));
  return defuseCommands(blocks.map((lines) => lines.join("\n") + "\n").join("\n"));
}

/** Files in the order of their first finding. */
function groupByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  return Map.groupBy(findings, (finding) => finding.location.file);
}
