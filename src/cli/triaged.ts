// What a scan tells of what is set aside, to whoever keeps account of it.

import type { ScanReport } from "../core/mod.ts";
import type { AppliedSuppression, InlineIgnore, Suppression } from "../triage/mod.ts";
import type { GitFolder } from "./git_folder.ts";

export interface Triaged {
  /** With every finding, after suppressions and baseline. */
  readonly report: ScanReport;
  readonly root: string;
  /** The repository of the project, where it is the user's own. */
  readonly git: GitFolder | undefined;
  /** Whether suppressions that stand in the target count. */
  readonly isOwnTarget: boolean;
  readonly applied: readonly AppliedSuppression[];
  /** All that counts, whether it fits anything or not. */
  readonly ignores: readonly InlineIgnore[];
  readonly entries: readonly Suppression[];
  /** As notes name the file of the entries. */
  readonly entriesFile: string | undefined;
  /** `--suppress`, or the file that settings name, whether it is there or not. */
  readonly suppressionFile: string | undefined;
  /** `--project`. */
  readonly project: string | undefined;
  readonly isQuiet: boolean;
}

/** Told once for each scan. */
export type TriageListener = (triaged: Triaged) => Promise<void>;
