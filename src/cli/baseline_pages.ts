// Saved baselines as people read them.

import { printable, SEVERITIES, showable } from "../core/mod.ts";
import type { Indexed } from "../store/mod.ts";
import type { Baseline, BaselineMetadata } from "../triage/mod.ts";

type Listed = Indexed<BaselineMetadata>;

export function listPage(listed: readonly Listed[], folder: string): string {
  if (listed.length === 0) {
    return `No baseline is saved in ${printable(folder)} ` +
      "(mcp-sentinel baseline save saves one)\n";
  }
  return listed.map(({ path, description }) =>
    "trouble" in description
      ? `${printable(path)}\n  cannot be read: ${printable(description.trouble)}\n`
      : metadataLines(description, path).map((line, i) => `${i === 0 ? "" : "  "}${line}\n`).join(
        "",
      )
  ).join("\n");
}

export function listJson(listed: readonly Listed[]): readonly object[] {
  return listed.map(({ path, size, description }) => ({ path, size, ...description }));
}

/** Metadata, and a finding a line. */
export function baselinePage(baseline: Baseline, metadata: BaselineMetadata, path: string): string {
  const lines = metadataLines(metadata, path);
  const findings = baseline.findings.map(({ severity, ruleId, file, message, fingerprint }) =>
    `${severity.padEnd(8)} ${fingerprint.slice(0, 12)} ${showable(file)}: ` +
    `${showable(message)} (${showable(ruleId)})`
  );
  return [...lines, ...(findings.length > 0 ? ["", ...findings] : [])].map((line) => `${line}\n`)
    .join("");
}

function metadataLines(metadata: BaselineMetadata, path: string): string[] {
  const { project, savedAt, tool, rules, ruleDigest, configDigest, files, findings } = metadata;
  const counts = SEVERITIES.toReversed()
    .flatMap((severity) => {
      const count = metadata.bySeverity[severity];
      return count === 0 ? [] : [`${count} ${severity}`];
    }).join(", ");
  return [
    showable(project),
    `saved     ${showable(savedAt)} by version ${showable(tool)}`,
    `findings  ${findings}${counts === "" ? "" : ` (${counts})`} in ${files} files`,
    `rules     ${rules}, digest ${showable(ruleDigest.slice(0, 12))}; settings digest ` +
    showable(configDigest.slice(0, 12)),
    `file      ${printable(path)}`,
  ];
}
