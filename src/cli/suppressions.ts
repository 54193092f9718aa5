// Comments and files that set findings aside, gathered while a scan reads, and held against what it
// found. In a target that is not the user's own they are told of and have no effect.

import { dirname, join, relative, resolve, sep } from "node:path";
import { Failure, printable, type ScanReport, type TriageNote } from "../core/mod.ts";
import { type FoundFile, ownership, projectReader, type ReadResult } from "../targets/mod.ts";
import type {
  AppliedSuppression,
  InlineIgnore,
  Suppression,
  SuppressionSource,
} from "../triage/mod.ts";
import { didYouMean } from "./suggest.ts";
import { whyUnread } from "./why_unread.ts";

const MAX_BYTES = 1024 * 1024;
/** Problems told; more would push the first off the screen. */
const MAX_TOLD = 20;
/** Stands here too, so that the room is loaded only where there is something to do. */
const MARK = "mcp-sentinel-ignore";
export const DEFAULT_FILE = ".mcp-sentinel-ignore.yaml";

export interface SuppressionInput {
  readonly cwd: string;
  /** The project root, absolute. */
  readonly root: string;
  /** `--suppress`. */
  readonly file?: string | undefined;
  /** `--trust-target`. */
  readonly isTrusted: boolean;
  readonly writeError: (text: string) => void;
}

/** Whether all of the project was scanned, and the time. */
export interface JudgeContext {
  readonly isWhole: boolean;
  readonly now: number;
}

export interface Suppressions {
  /** Files of its own, absolute, that are no part of the target. */
  readonly files: readonly string[];
  /** Looks at a file that was read. */
  readonly watch: (file: FoundFile, result: ReadResult) => void;
  /** Whether the project is the user's own, or trusted. */
  readonly isOwnTarget: boolean;
  readonly judge: (report: ScanReport, context: JudgeContext) => Promise<ScanReport>;
  /** What was found out so far; whole when `judge` is done. */
  readonly account: () => SuppressionAccount;
}

export interface SuppressionAccount {
  readonly applied: readonly AppliedSuppression[];
  /** All that counts, whether it fits anything or not. */
  readonly ignores: readonly InlineIgnore[];
  readonly entries: readonly Suppression[];
  /** As notes name the file of the entries. */
  readonly entriesFile: string | undefined;
}

/** Reads the file of suppressions; fails where it is not as it should be. */
export async function openSuppressions(input: SuppressionInput): Promise<Suppressions> {
  const { cwd, root, isTrusted } = input;
  const isOwn = await ownership(cwd);
  const counts = (absolute: string): boolean => isTrusted || isOwn(absolute);
  const notes: TriageNote[] = [];
  const source = await readSource(input, { counts, notes });
  const analysed = new Set<string>();
  const ignores: InlineIgnore[] = [];
  const applied: AppliedSuppression[] = [];
  const marked = new Map<string, { readonly text: string; readonly found: FoundFile }>();
  return {
    files: source ? [source.absolute] : [],
    isOwnTarget: counts(join(root, DEFAULT_FILE)),
    watch: (found, result) => {
      if (result.status !== "read") return;
      analysed.add(found.path);
      const { text } = result.file;
      if (text.includes(MARK)) marked.set(found.path, { text, found });
    },
    account: () => ({
      applied,
      ignores,
      entries: source?.source.suppressions ?? [],
      entriesFile: source?.source.file,
    }),
    judge: async (report, { isWhole, now }) => {
      if (!source && marked.size === 0 && notes.length === 0) return report;
      const { readInline, suppress } = await import("../triage/mod.ts");
      // A report may be judged more than once.
      const told = [...notes];
      ignores.length = 0;
      applied.length = 0;
      const problems: { file: string; line: number; message: string }[] = [];
      for (const { text, found: { path, kind, absolute } } of marked.values()) {
        const read = readInline({ path, kind, text });
        if (counts(absolute)) {
          ignores.push(...read.ignores);
          problems.push(...read.problems);
        } else if (read.ignores.length > 0) told.push(untrusted(path, read.ignores));
      }
      const suppressed = suppress(report.findings, {
        ...(source && { source: source.source }),
        ignores,
        problems,
        now,
        rules: new Set(report.rules.map(({ id }) => id)),
        analysed: [...analysed],
        isWhole,
        isOfChanges: report.coverage.changed !== undefined,
      });
      applied.push(...suppressed.applied);
      return {
        ...report,
        findings: suppressed.findings,
        notes: [...report.notes ?? [], ...told, ...suppressed.notes],
      };
    },
  };

  function untrusted(file: string, found: readonly InlineIgnore[]): TriageNote {
    const many = found.length === 1 ? "A comment that ignores" : `${found.length} comments ignore`;
    const rules = [...new Set(found.flatMap(({ rules }) => rules))].sort().slice(0, 5).join(", ");
    return {
      kind: "untrusted",
      file,
      line: found[0]!.line,
      message: `${many} ${rules}: ${found.length === 1 ? "it has" : "they have"} ${NO_EFFECT}`,
    };
  }

  async function readSource(
    { file }: SuppressionInput,
    { counts, notes }: { counts: (absolute: string) => boolean; notes: TriageNote[] },
  ): Promise<{ source: SuppressionSource; absolute: string } | undefined> {
    const absolute = file === undefined ? join(root, DEFAULT_FILE) : named(file, cwd);
    const text = file === undefined ? projectReader(root)(DEFAULT_FILE) : readNamed(file, absolute);
    if (text === undefined) return undefined;
    // Whoever names a file wants it.
    if (file === undefined && !counts(absolute)) {
      const message = `A file of suppressions: it has ${NO_EFFECT}`;
      notes.push({ kind: "untrusted", file: DEFAULT_FILE, line: 1, message });
      return undefined;
    }
    const shown = file ?? (relative(cwd, absolute) || DEFAULT_FILE);
    const { readSuppressions } = await import("../triage/mod.ts");
    const { suppressions, problems } = readSuppressions(text, didYouMean);
    if (problems.length > 0) throw malformed(input, { shown, problems });
    const inRoot = slashed(relative(root, absolute));
    const folder = slashed(relative(root, dirname(absolute)));
    const isInside = !inRoot.startsWith("../");
    return {
      absolute,
      // Of a file that lies elsewhere, paths count from the project root.
      source: { file: isInside ? inRoot : shown, suppressions, folder: isInside ? folder : "" },
    };
  }
}

const NO_EFFECT = "no effect, as the target is not in your repository (--trust-target)";

function slashed(path: string): string {
  return path.replaceAll(sep, "/");
}

/** The real path, so that it can be told from the files of the target. */
function named(file: string, cwd: string): string {
  const absolute = resolve(cwd, file);
  try {
    return Deno.realPathSync(absolute);
  } catch {
    // Reading it tells what is wrong.
    return absolute;
  }
}

function readNamed(file: string, absolute: string): string {
  try {
    if (Deno.statSync(absolute).size > MAX_BYTES) throw new Error("it is too large");
    return Deno.readTextFileSync(absolute);
  } catch (cause) {
    const reason = whyUnread(cause);
    throw new Failure(
      "malformed-suppressions",
      `Could not read the suppressions "${printable(file)}": ${reason}`,
      { hint: "Name a file of suppressions; docs/triage.md shows one", cause },
    );
  }
}

/** `undefined` where there is no such file; fails where there is one that cannot be read. */
export function readIfThere(absolute: string, shown: string): string | undefined {
  try {
    Deno.statSync(absolute);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
  }
  return readNamed(shown, absolute);
}

/** Tells all problems but the last, which is the failure's own message. */
export function malformed(
  { writeError }: Pick<SuppressionInput, "writeError">,
  { shown, problems }: {
    readonly shown: string;
    readonly problems: readonly { line: number; column: number; message: string }[];
  },
): Failure {
  const lines = problems.slice(0, MAX_TOLD).map(({ line, column, message }) =>
    `${shown}:${line}:${column}: ${message}`
  );
  const more = problems.length - lines.length;
  const last = lines.pop()!;
  for (const line of lines) writeError(`error: ${printable(line)}\n`);
  return new Failure("malformed-suppressions", last, {
    hint: `${more > 0 ? `${more} more problems; ` : ""}docs/triage.md shows how it is written`,
  });
}
