// What a group of files that an attacker is after has in common.

import type { Severity } from "../../core/mod.ts";

export const SENSITIVE_RULE_IDS = [
  "browser-data-access",
  "client-config-access",
  "cloud-credentials-access",
  "cluster-credentials-access",
  "password-manager-access",
  "private-key-access",
  "shell-history-access",
  "stored-password-access",
  "wallet-access",
] as const;
export type SensitiveRuleId = typeof SENSITIVE_RULE_IDS[number];

export interface SensitiveGroup {
  readonly rule: SensitiveRuleId;
  readonly what: string;
  readonly paths: readonly string[];
  readonly severity?: Severity;
  readonly ordinary?: true;
}
