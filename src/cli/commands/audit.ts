// `audit`: who accepted what, now and before, and whether the log that says so is whole.

import { type Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { printable } from "../../core/mod.ts";
import { safeJson } from "../../report/mod.ts";
import type { LogVerdict } from "../../triage/mod.ts";
import { auditedProject, checkVerdict, readAuditLog } from "../audit_log.ts";
import { auditMarkdown, auditTerminal, verdictPage } from "../audit_pages.ts";
import { headCommit } from "../git_folder.ts";
import type { InnerScan } from "../inner_scan.ts";
import type { Io } from "../io.ts";
import { choice, parseDuration } from "../options.ts";
import type { Triaged } from "../triaged.ts";

const EXAMPLES = `
Examples:
  mcp-sentinel audit                        what is set aside in the current folder, and why
  mcp-sentinel audit --since 2026-01-01     and what changed since then
  mcp-sentinel audit --soon 60d server/     what ends within 60 days, in a folder
  mcp-sentinel audit -o markdown > audit.md
  mcp-sentinel audit verify                 whether the log is whole
`;
const VERIFY_EXAMPLES = `
Each line of the log carries the hash of the one before. Whoever rewrites all of it leaves no
trace in it, so keep the last hash somewhere else. Examples:
  mcp-sentinel audit verify
  mcp-sentinel audit verify --head 76435a0e…  the line that was the last then must still be there
`;
const FORMATS = ["term", "json", "markdown"] as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 30;

export function addAuditCommand(
  program: Command,
  { io, scan }: { io: Io; scan: InnerScan },
): void {
  const audit = program.command("audit")
    .description("Show what is set aside, by whom and until when; check the log of it")
    .argument("[args...]", "targets and options of scan (default: the current folder)")
    .addOption(choice("-o, --output <format>", "format", FORMATS).default("term" as const))
    .addOption(
      new Option("--since <day>", "tell changes since this day (default: 30 days ago)")
        .argParser(parseDay),
    )
    .addOption(
      new Option("--soon <time>", "what ends within this time is told apart (default: 30d)")
        .argParser(parseDuration),
    )
    .allowUnknownOption()
    .helpCommand(false)
    .addHelpText("after", EXAMPLES)
    .action(async (args, { output, since, soon }) => {
      const triaged = await triagedOf(scan, args);
      const now = io.date().getTime();
      const project = auditedProject(triaged);
      const { auditReport, historyOf } = await import("../../triage/mod.ts");
      const history = historyOf(project);
      const verdict = await readAuditLog(io, { onRecord: history.add });
      const report = auditReport({
        project,
        commit: (triaged.git && headCommit(triaged.git)) ?? null,
        now,
        soonDays: Math.ceil((soon ?? SOON_DAYS * DAY_MS) / DAY_MS),
        since: since ?? now - SOON_DAYS * DAY_MS,
        applied: triaged.applied,
        ignores: triaged.ignores,
        entries: triaged.entries,
        entriesFile: triaged.entriesFile,
        notes: triaged.report.notes ?? [],
        histories: history.histories(),
      });
      await io.writeOut(PAGES[output](report));
      checkVerdict(io, verdict);
    });
  audit.command("verify")
    .description("Check that no line of the audit log was changed, put in or taken out")
    .addOption(choice("-o, --output <format>", "format", FORMATS).default("term" as const))
    .addOption(
      new Option("--head <hash>", "the hash of a line that was noted elsewhere; it must be there")
        .argParser(parseHash),
    )
    .addHelpText("after", VERIFY_EXAMPLES)
    .action(async ({ head }, command) => {
      // Both commands know the option, and the outer one takes it.
      const { output } = command.optsWithGlobals() as { output: typeof FORMATS[number] };
      const verdict = await readAuditLog(io, { wanted: head });
      const told = head !== undefined && !verdict.hasWanted
        ? withoutWanted(verdict, head)
        : verdict;
      if (output === "json") {
        await io.writeOut(safeJson({ ...told, isWhole: told.problemCount === 0 }));
      }
      checkVerdict(io, told);
      if (output !== "json") await io.writeOut(verdictPage(told, output));
    });
}

const PAGES = { term: auditTerminal, json: safeJson, markdown: auditMarkdown } as const;

async function triagedOf(scan: InnerScan, args: readonly string[]): Promise<Triaged> {
  let triaged: Triaged | undefined;
  await scan([...args, "--fail-on", "none", "-o", "json"], {
    onTriaged: (given) => {
      triaged = given;
      return Promise.resolve();
    },
  });
  return triaged!;
}

function withoutWanted(verdict: LogVerdict, head: string): LogVerdict {
  const problem = {
    file: "suppressions.log",
    line: 1,
    message: `No line has the hash "${printable(head)}": lines were taken out, or changed`,
  };
  return {
    ...verdict,
    problems: [...verdict.problems, problem],
    problemCount: verdict.problemCount + 1,
  };
}

/** `2026-01-01`, or a moment → ms of the epoch. */
function parseDay(given: string): number {
  const time = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,12}(?:Z|[+-]\d{2}:\d{2}))?$/.test(given)
    ? Date.parse(given)
    : NaN;
  if (!Number.isNaN(time)) return time;
  throw new InvalidArgumentError("Expected a day such as 2026-01-01.");
}

function parseHash(given: string): string {
  if (/^[0-9a-f]{64}$/.test(given)) return given;
  throw new InvalidArgumentError("Expected a hash: 64 digits of 0-9a-f.");
}
