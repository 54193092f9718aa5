// A scan as the command line asks for it: from options to report and exit code.

import { resolve } from "node:path";
import {
  type CONFIDENCES,
  EXIT,
  Failure,
  printable,
  type ScanReport,
  type SEVERITIES,
  type SkipReason,
  type SourceFile,
} from "../core/mod.ts";
import { ALL_RULES } from "../detectors/mod.ts";
import { projectFacts } from "../flow/mod.ts";
import { filterReport, type Persona, type Reader } from "../report/mod.ts";
import { scan } from "../scan/mod.ts";
import {
  discover,
  type Discovery,
  type FoundFile,
  projectReader,
  type ReadResult,
  readSource,
} from "../targets/mod.ts";
import { openReviewer, type ReviewerOptions } from "./ai_review.ts";
import { openBaselines } from "./baselines.ts";
import { comparedFiles, type DiffOptions } from "./changed_files.ts";
import type { COLOR_CHOICES } from "./color.ts";
import { loadRules } from "./custom_rules.ts";
import { deliver, type Format } from "./deliver.ts";
import { exitCodeOf } from "./gate.ts";
import type { Io } from "./io.ts";
import { openLog } from "./log.ts";
import { checkWritable } from "./output.ts";
import { realFolder, withoutOwnFiles } from "./own_files.ts";
import { progress } from "./progress.ts";
import { type CacheAsked, openScanCache } from "./scan_cache.ts";
import { openSuppressions } from "./suppressions.ts";
import type { TriageOptions } from "./triage_options.ts";
import { VERSION } from "./version.ts";

export interface ScanOptions extends CacheAsked, DiffOptions, TriageOptions, ReviewerOptions {
  readonly targets: readonly string[];
  readonly output: Format;
  readonly outputFile?: string | undefined;
  readonly persona: Persona;
  readonly severity?: typeof SEVERITIES[number] | undefined;
  readonly minConfidence?: typeof CONFIDENCES[number] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly failOn: typeof SEVERITIES[number] | "none";
  readonly root?: string | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly toolsJson?: readonly string[] | undefined;
  readonly maxFileSize: number;
  readonly color: typeof COLOR_CHOICES[number];
  readonly verbose?: true | undefined;
  readonly logFile?: string | undefined;
  readonly quiet?: true | undefined;
}

/** Scans, delivers the report, and gives the exit code. */
export async function runScan(io: Io, options: ScanOptions): Promise<number> {
  if (options.outputFile !== undefined) checkWritable(options.outputFile, "--output-file");
  const log = openLog(io, { verbose: options.verbose === true, logFile: options.logFile });
  const line = progress(io, { enabled: !options.quiet && !options.verbose });
  try {
    const own = await loadRules(io, options.rules ?? []);
    const all = await discover(options.targets, {
      cwd: io.cwd(),
      ...(options.root !== undefined && { root: options.root }),
      include: options.include ?? [],
      exclude: options.exclude ?? [],
      ignore: options.ignore,
      dumps: options.toolsJson ?? [],
      onFound: (count) => line.show(`Looking for files: ${count}`),
    });
    const suppressions = await openSuppressions({
      cwd: io.cwd(),
      root: all.root,
      file: options.suppress,
      isTrusted: options.trustTarget === true,
      writeError: io.writeError,
    });
    const baselines = await openBaselines(io, options, {
      root: all.root,
      isOwn: suppressions.isOwnTarget,
    });
    const reviewer = await openReviewer(io, { options, log });
    const found = withoutOwnFiles(
      [
        ...own.files,
        ...suppressions.files,
        ...baselines.files,
        ...reviewer?.files ?? [],
        options.outputFile,
        options.logFile,
      ],
      all,
    );
    log.detail(`Project root ${found.root}, ${found.files.length} files to analyse`);
    if (found.files.length === 0) throw nothingToScan(found);
    const compared = await comparedFiles(io, { found, options });
    const read = compared?.read ?? readSource;
    const kept = await openScanCache(io, { asked: options, log, ruleTexts: own.texts });
    const scanned = await scan({
      tool: { name: "MCP Sentinel", version: VERSION },
      targets: [...options.targets, ...options.toolsJson ?? []],
      rules: [...ALL_RULES, ...own.rules],
      files: found.files.map((file) => ({
        path: file.path,
        kind: file.kind,
        read: async () => {
          const result = await read(file, { maxFileSize: options.maxFileSize });
          suppressions.watch(file, result);
          baselines.watch(file, result);
          return result;
        },
      })),
      facts: projectFacts(found.files.map(({ path }) => path), projectReader(found.root)),
      ...(kept && { cache: kept.cache }),
      skipped: found.skipped,
      diagnostics: [...found.diagnostics, ...compared?.diagnostics ?? []],
      ...(compared && { changed: compared.changed }),
      onProgress: (done, total) => line.show(`Scanning: ${done} of ${total} files`),
      onFile: (path, findings) => log.detail(`${path}: ${findings} findings`),
      ...(reviewer && { onHandlers: reviewer.onHandlers }),
    });
    await kept?.close();
    const isWhole = isWholeProject(all.root, options, io);
    const suppress = (report: ScanReport): Promise<ScanReport> =>
      suppressions.judge(report, { isWhole, now: io.date().getTime() });
    const reviewed = await reviewer?.review(scanned, {
      triaged: (await baselines.judge(await suppress(scanned), { isWhole })).findings,
      files: found.files,
      read: rereader(found, (file) => read(file, { maxFileSize: options.maxFileSize })),
      onProgress: (done, total) => line.show(`Asking: ${done} of ${total} places`),
      onPause: () => line.clear(),
    });
    if (typeof reviewed === "string") {
      await io.writeOut(reviewed);
      return EXIT.clean;
    }
    const suppressed = await suppress(reviewed ?? scanned);
    const report = await baselines.judge(suppressed, { isWhole });
    for (const { file, message } of report.diagnostics) {
      log.detail(file === undefined ? message : `${file}: ${message}`);
    }
    line.clear();
    const shown = filterReport(report, readerOf(options));
    await deliver(io, { shown, root: found.root, options });
    const saved = await baselines.save(suppressed);
    if (saved !== undefined && !options.quiet) {
      io.writeError(`Saved the baseline ${printable(saved)}\n`);
    }
    log.detail(`Done: ${report.findings.length} findings in ${report.coverage.analysed} files`);
    return exitCodeOf(shown, options);
  } finally {
    line.clear();
    log.close();
  }
}

/** Reads a file of the target again. */
export function rereader(
  { files }: Discovery,
  read: (file: FoundFile) => Promise<ReadResult>,
): (path: string) => Promise<SourceFile | undefined> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return async (path) => {
    const file = byPath.get(path);
    const result = file && await read(file);
    return result?.status === "read" ? result.file : undefined;
  };
}

function readerOf(options: ScanOptions): Reader {
  const { persona, severity, minConfidence: confidence, hideUnlikely } = options;
  return {
    persona,
    ...(severity && { severity }),
    ...(confidence && { confidence }),
    ...(hideUnlikely && { hideUnlikely }),
  };
}

/** Whether nothing of the project was left out by what the user asked for. */
function isWholeProject(root: string, options: ScanOptions, io: Io): boolean {
  return options.include === undefined && options.exclude === undefined &&
    options.targets.some((target) => realFolder(resolve(io.cwd(), target)) === root);
}

function nothingToScan(found: Discovery): Failure {
  const skips = Object.entries(found.skipped)
    .map(([reason, count]) => `${count} ${reason as SkipReason}`)
    .join(", ");
  return new Failure("nothing-to-scan", "No file of a supported kind was found", {
    hint: skips === ""
      ? "Name a folder with Python, JavaScript, TypeScript or Go sources, or a configuration"
      : `Left out: ${skips}. --no-ignore lifts .gitignore and the default excludes`,
  });
}
