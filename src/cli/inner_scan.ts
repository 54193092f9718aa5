// A scan for another command: the same command line, options and configuration as `scan`, with its
// report as a text.

import type { TriageListener } from "./triaged.ts";

export interface InnerResult {
  readonly code: number;
  readonly stdout: string;
}

/**
 * Runs `scan` with these arguments. Throws its failures; what it says to people, it says.
 * `onTriaged` stands in the place of the audit log, for what is no run of the user's own.
 */
export type InnerScan = (
  args: readonly string[],
  options?: { readonly onTriaged?: TriageListener },
) => Promise<InnerResult>;
