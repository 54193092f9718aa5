// The audit log checked from its first line to its last: each line must be one of ours, and carry
// the hash of the line before, over the ends of files too.

import { type AuditRecord, hashOfLine, NO_HASH, readRecord } from "./audit_record.ts";

export interface LogProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export interface LogVerdict {
  readonly files: number;
  readonly lines: number;
  /** Of the last line. */
  readonly head: string;
  readonly problems: readonly LogProblem[];
  /** How many problems there are; the list ends before. */
  readonly problemCount: number;
  /** When the oldest line that is there was written. */
  readonly since: string | undefined;
  /** Whether the line that was asked for is there. */
  readonly hasWanted: boolean;
}

/** A file of the log. */
export interface LogFile {
  readonly name: string;
  readonly text: string;
  /** Whether no file came before it; else its first line's own predecessor may be gone. */
  readonly isFirst: boolean;
}

export interface LogReader {
  /** Files are read in their order. */
  readonly read: (file: LogFile, onRecord?: (record: AuditRecord) => void) => void;
  /** In the place of `read` for a file that cannot be. */
  readonly skip: (name: string, trouble: string) => void;
  readonly end: () => LogVerdict;
}

export interface ReaderOptions {
  /** The hash that was noted when the last line was written. */
  readonly head: string | undefined;
  /** The hash of a line that somebody noted elsewhere. */
  readonly wanted?: string | undefined;
}

/** More would not be read. */
const MAX_PROBLEMS = 1000;

export function logReader({ head, wanted }: ReaderOptions): LogReader {
  const problems: LogProblem[] = [];
  let [files, lines, problemCount] = [0, 0, 0];
  let last: { readonly hash: string; readonly place: Omit<LogProblem, "message"> } | undefined;
  let since: string | undefined;
  let isPartly = false;
  let [hasHead, hasWanted] = [false, wanted === undefined];
  const tell = (place: Omit<LogProblem, "message">, message: string): void => {
    problemCount++;
    if (problems.length < MAX_PROBLEMS) problems.push({ ...place, message });
  };
  return {
    read({ name, text, isFirst }, onRecord) {
      files++;
      const all = text.split("\n");
      if (all.at(-1) === "") all.pop();
      else if (all.length > 0) {
        tell(
          { file: name, line: all.length },
          "The line has no end: it is cut short, or was edited",
        );
      }
      for (const [i, line] of all.entries()) {
        lines++;
        const place = { file: name, line: i + 1 };
        const read = readRecord(line);
        const expected = last?.hash ?? (isFirst ? NO_HASH : undefined);
        if (typeof read === "string") tell(place, read);
        else {
          if (expected !== undefined && read.previous !== expected) {
            tell(place, breakMessage(last?.place));
          }
          since ??= read.record.timestamp;
          onRecord?.(read.record);
        }
        last = { hash: hashOfLine(line), place };
        hasHead ||= last.hash === head;
        hasWanted ||= last.hash === wanted;
      }
    },
    skip(name, trouble) {
      files++;
      isPartly = true;
      last = undefined;
      tell({ file: name, line: 1 }, `Could not be read: ${trouble}`);
    },
    end() {
      const place = last?.place ?? { file: "suppressions.log", line: 1 };
      if (head === undefined && lines > 0) {
        tell(place, "The note of the last line is missing, so lines may be missing after this one");
      } else if (head !== undefined && !hasHead && !isPartly) {
        tell(place, "Lines are missing at the end, or the last one was changed");
      }
      return {
        files,
        lines,
        head: last?.hash ?? NO_HASH,
        problems,
        problemCount,
        since,
        hasWanted,
      };
    },
  };
}

function breakMessage(before: Omit<LogProblem, "message"> | undefined): string {
  if (!before) return "Lines are missing before this one";
  return `This line does not follow ${before.file}:${before.line}: that one was changed, or lines ` +
    "between them are missing or were put in";
}
