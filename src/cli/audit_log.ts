// The audit log of suppressions, in `~/.mcp-sentinel/logs`: which of them set what aside, in every
// run. A scan that may not write it works the same, and says so.

import { printable } from "../core/mod.ts";
import { appendToLog, type LogPlace } from "../store/mod.ts";
import type { AuditRecord } from "../triage/mod.ts";
import { headCommit } from "./git_folder.ts";
import type { Io } from "./io.ts";
import { projectNames } from "./project_identity.ts";
import { makeFolder, stateFolder } from "./state_folder.ts";
import type { Triaged, TriageListener } from "./triaged.ts";

const MAX_BYTES = 4 * 1024 ** 2;
/** Each packed one has some 300 KiB. */
const MAX_FILES = 200;

/** `undefined` where no home folder is known. */
export function auditLogPlace(io: Io): LogPlace | undefined {
  const folder = stateFolder(io, "logs");
  return folder === undefined ? undefined : { folder, name: "suppressions" };
}

/** Writes down what each run sets aside. */
export function auditLog(io: Io): TriageListener {
  return async (triaged) => {
    if (triaged.applied.length === 0) return;
    const trouble = await write(io, triaged);
    if (trouble === undefined || triaged.isQuiet) return;
    io.writeError(
      `note: What was suppressed is not in the audit log: ${printable(trouble)}\n`,
    );
  };
}

/** What went wrong, if anything did. */
async function write(io: Io, triaged: Triaged): Promise<string | undefined> {
  const place = auditLogPlace(io);
  if (!place) return "no home folder is known (HOME, USERPROFILE)";
  const { folder } = place;
  const isAllowed = (["read", "write"] as const).every((name) =>
    Deno.permissions.querySync({ name, path: folder }).state === "granted"
  );
  if (!isAllowed) {
    return `No permission for ${folder} (grant it with --allow-read=${folder} ` +
      `--allow-write=${folder})`;
  }
  try {
    makeFolder(folder);
    const { formatRecord, hashOfLine, NO_HASH } = await import("../triage/mod.ts");
    const options = { ...place, maxBytes: MAX_BYTES, maxFiles: MAX_FILES, hash: hashOfLine };
    await appendToLog(
      options,
      recordsOf(io, triaged),
      (record, previous = NO_HASH) => formatRecord(record, previous),
    );
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "it cannot be written";
  }
}

function recordsOf(io: Io, triaged: Triaged): readonly AuditRecord[] {
  const timestamp = io.date().toISOString();
  const project = auditedProject(triaged);
  const commit = (triaged.git && headCommit(triaged.git)) ?? null;
  const families = new Map(triaged.report.rules.map(({ id, family }) => [id, family]));
  return triaged.applied.map(({ finding, by }) => ({
    timestamp,
    suppressionId: "id" in by ? by.id : "comment",
    ruleId: finding.ruleId,
    type: families.get(finding.ruleId) ?? "custom",
    severity: finding.severity,
    path: finding.location.file,
    fingerprint: finding.fingerprint,
    reason: by.reason,
    author: ("author" in by ? by.author : undefined) ?? null,
    expires: by.expires === undefined ? null : new Date(by.expires).toISOString(),
    project,
    commit,
  }));
}

/** The repository as a whole: paths say which part of it is meant. */
export function auditedProject(
  { project, root, git }: Pick<Triaged, "project" | "root" | "git">,
): string {
  return project ?? projectNames({ root, targets: [], git })[0]!;
}
