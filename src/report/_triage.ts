// What a terminal says of suppressions without effect, and of the baseline.

import { BASELINE_STATES, type Comparison, showable } from "../core/mod.ts";
import { wrap } from "./_columns.ts";
import { type Page, placed } from "./_finding.ts";
import { painter } from "./_style.ts";
import type { FilteredReport } from "./filter.ts";

/** More would push the findings off the screen. */
const MAX_TOLD = 20;

export function noteLines({ notes = [] }: FilteredReport, page: Page): string[] {
  if (notes.length === 0) return [];
  const shown = notes.slice(0, MAX_TOLD);
  return [
    painter(page)("strong", `Suppressions and settings to look at (${notes.length})`),
    ...shown.flatMap(({ kind, file, line, message }) =>
      placed(`${kind}: ${showable(page.showPath(file))}:${line}`, message, page.width - 4)
        .map((text) => "  " + text)
    ),
    ...(notes.length > shown.length
      ? [`  and ${notes.length - shown.length} more, see the JSON report`]
      : []),
  ];
}

export function comparisonLines({ comparison }: FilteredReport, page: Page): string[] {
  if (!comparison) return [];
  const { fixed, newByRules } = comparison;
  const shown = fixed.slice(0, MAX_TOLD);
  return [
    ...wrap(
      `Baseline of ${showable(comparison.savedAt.slice(0, 10))}: ${countsOf(comparison)}`,
      page.width - 2,
    ).map((text, i) => i === 0 ? text : `  ${text}`),
    ...(newByRules === 0 ? [] : [
      `  new through other rules: ${newByRules}`,
    ]),
    ...shown.flatMap(({ ruleId, severity, file }) =>
      placed(
        `fixed: ${showable(page.showPath(file))}`,
        `${ruleId} (${severity})`,
        page.width - 4,
      ).map((text) => "  " + painter(page)("good", text))
    ),
    ...(fixed.length > shown.length
      ? [`  and ${fixed.length - shown.length} more, see the JSON report`]
      : []),
  ];
}

function countsOf({ counts, fixed }: Comparison): string {
  return [...BASELINE_STATES.map((state) => `${counts[state]} ${state}`), `${fixed.length} fixed`]
    .join(", ");
}
