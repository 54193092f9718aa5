// The options of `scan` about what is decided on findings, and which of them go together.

import { Failure } from "../core/mod.ts";
import type { BaselineOptions } from "./baselines.ts";
import type { Gate } from "./gate.ts";

export interface TriageOptions extends BaselineOptions, Pick<Gate, "failOnNew"> {
  readonly suppress?: string | undefined;
  readonly trustTarget?: boolean | undefined;
  readonly failOnUnusedSuppressions?: boolean | undefined;
}

/** Fails where options do not go together. */
export function checkTriageOptions(
  options: TriageOptions & { readonly diff?: unknown; readonly staged?: unknown },
): void {
  const isCompared = options.baseline === true ||
    (options.baselineFile !== undefined && options.saveBaseline !== true);
  if (options.failOnNew !== undefined && !isCompared) {
    throw new Failure("usage", "Expected --baseline or --baseline-file beside --fail-on-new", {
      hint: "Without a baseline nothing is new; --fail-on is the threshold for all findings",
    });
  }
  if (options.saveBaseline && (options.diff !== undefined || options.staged === true)) {
    throw new Failure("usage", "Expected no --diff and no --staged beside --save-baseline", {
      hint: "A baseline holds what the whole target has; compare with it beside --diff",
    });
  }
}
