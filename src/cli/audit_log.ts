// The audit log of suppressions, in `~/.mcp-sentinel/logs`: which of them set what aside, in every
// run. A scan that may not write it works the same, and says so.

import { Failure, printable } from "../core/mod.ts";
import { appendToLog, logParts, type LogPlace, noteOf, readLogPart } from "../store/mod.ts";
import type { AuditRecord, LogVerdict } from "../triage/mod.ts";
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

export interface LogReading {
  readonly onRecord?: (record: AuditRecord) => void;
  /** The hash of a line that must be there. */
  readonly wanted?: string | undefined;
}

/** Reads and checks all of the log; one that is not there yet is whole. */
export async function readAuditLog(io: Io, { onRecord, wanted }: LogReading): Promise<LogVerdict> {
  const place = auditLogPlace(io);
  if (!place) {
    throw new Failure("usage", "No home folder is known, so there is no audit log", {
      hint: "Set HOME (--allow-env=HOME)",
    });
  }
  const { folder } = place;
  if (Deno.permissions.querySync({ name: "read", path: folder }).state !== "granted") {
    throw new Failure("usage", `No permission to read "${printable(folder)}"`, {
      hint: `Add --allow-read=${printable(folder)} to the deno command line`,
    });
  }
  const { logReader } = await import("../triage/mod.ts");
  try {
    const reader = logReader({ head: noteOf(place), wanted });
    const parts = logParts(place);
    const packed = parts.filter(({ number }) => number !== undefined).length;
    let before: string | undefined;
    for (const [i, part] of parts.entries()) {
      const text = await textOrTrouble(part);
      if (typeof text !== "string") reader.skip(part.name, text.trouble);
      // Packed away, and the machine stopped before the log was begun anew.
      else if (part.number !== undefined || text !== before) {
        // Files go only where there are as many as are kept.
        const isFirst = i === 0 && packed < MAX_FILES;
        reader.read({ name: part.name, text, isFirst }, onRecord);
        before = text;
      }
    }
    return reader.end();
  } catch (cause) {
    const reason = cause instanceof Error ? printable(cause.message) : "it cannot be opened";
    throw new Failure("malformed-audit-log", `Could not read the audit log: ${reason}`, {
      hint: `It is in ${printable(folder)}`,
      cause,
    });
  }
}

async function textOrTrouble(
  part: Parameters<typeof readLogPart>[0],
): Promise<string | { readonly trouble: string }> {
  try {
    return await readLogPart(part);
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : "it cannot be opened" };
  }
}

/** More would push the first off the screen. */
const MAX_TOLD = 20;

/** Fails where the log does not hold together; all problems but the last are told before. */
export function checkVerdict(io: Io, { problems, problemCount }: LogVerdict): void {
  if (problemCount === 0) return;
  const lines = problems.slice(0, MAX_TOLD).map(({ file, line, message }) =>
    `${file}:${line}: ${message}`
  );
  const last = lines.pop()!;
  for (const line of lines) io.writeError(`error: ${printable(line)}\n`);
  const more = problemCount - lines.length - 1;
  throw new Failure("malformed-audit-log", last, {
    hint: `${more > 0 ? `${more} more problems; ` : ""}` +
      `The audit log in ${
        printable(auditLogPlace(io)?.folder ?? "")
      } was damaged, or changed by hand`,
  });
}
