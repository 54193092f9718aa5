// What a finding's rule says about it. A finding whose rule is not among those of the report
// (a reviewer may add one) describes itself.

import type { Finding, RuleInfo, ScanReport } from "../core/mod.ts";

export type Description = Pick<RuleInfo, "title" | "fix" | "cwe" | "owasp" | "atlas">;

/** A look-up of descriptions, made once a report. */
export function describer(report: ScanReport): (finding: Finding) => Description {
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  return (finding) =>
    rules.get(finding.ruleId) ??
      { title: finding.message, fix: "", cwe: [], owasp: [], atlas: [] };
}
