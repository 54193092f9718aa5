// Files that hold what an attacker is after, each with the rule that reports it. A path is written
// as path_match.ts says; the places are those of the programs' own documentation.

import type { Severity } from "../../core/mod.ts";
import { CREDENTIAL_PATHS } from "./_credential_paths.ts";
import { PERSONAL_PATHS } from "./_personal_paths.ts";
import type { PathEntry } from "./path_match.ts";
import type { SensitiveRuleId } from "./sensitive_groups.ts";

export interface SensitivePath extends PathEntry {
  readonly rule: SensitiveRuleId;
  /** Of a read; high where absent. */
  readonly severity?: Severity;
  /** Programs read it as a matter of course: reported where it is read, with little confidence. */
  readonly ordinary?: true;
}

export const SENSITIVE_PATHS: readonly SensitivePath[] = [...CREDENTIAL_PATHS, ...PERSONAL_PATHS]
  .flatMap(({ paths, ...group }) => paths.map((path) => ({ ...group, path })));
