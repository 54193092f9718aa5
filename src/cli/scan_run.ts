// A scan as the command line asks for it: from options to report and exit code.

import { relative, resolve } from "node:path";
import { type Effective, isAsked } from "../config/mod.ts";
import { EXIT, Failure, type ScanReport, type SkipReason, type SourceFile } from "../core/mod.ts";
import { ALL_RULES } from "../detectors/mod.ts";
import { projectFacts } from "../flow/mod.ts";
import { filterReport, type Reader } from "../report/mod.ts";
import { scan } from "../scan/mod.ts";
import {
  discover,
  type Discovery,
  type FoundFile,
  projectReader,
  type ReadResult,
  readSource,
} from "../targets/mod.ts";
import { ownAi } from "./ai_own.ts";
import { openReviewer } from "./ai_review.ts";
import { openBaselines } from "./baselines.ts";
import { comparedFiles } from "./changed_files.ts";
import { checkWords, type Configuration } from "./configuration.ts";
import { configured } from "./configured_report.ts";
import { loadRules } from "./custom_rules.ts";
import { deliver } from "./deliver.ts";
import { exitCodeOf, shortcomings } from "./gate.ts";
import { gitFolder } from "./git_folder.ts";
import type { Io } from "./io.ts";
import { openLog } from "./log.ts";
import { checkWritable } from "./output.ts";
import { realFolder, withoutOwnFiles } from "./own_files.ts";
import { progress } from "./progress.ts";
import { openScanCache } from "./scan_cache.ts";
import type { ScanOptions } from "./scan_options.ts";
import { openSuppressions } from "./suppressions.ts";
import type { TriageListener } from "./triaged.ts";
import { untrustedIgnores } from "./untrusted_ignores.ts";
import { VERSION } from "./version.ts";

/** Scans, delivers the report, and gives the exit code. */
export async function runScan(
  io: Io,
  options: ScanOptions,
  { configuration, onTriaged }: {
    readonly configuration: Configuration;
    readonly onTriaged: TriageListener;
  },
): Promise<number> {
  if (options.outputFile !== undefined) checkWritable(options.outputFile, "--output-file");
  const log = openLog(io, { verbose: options.verbose === true, logFile: options.logFile });
  const { effective } = configuration;
  const line = progress(io, { enabled: !options.quiet && !options.verbose });
  try {
    const own = await loadRules(io, options.rules ?? []);
    const known = [...ALL_RULES, ...own.rules];
    checkWords(io, effective, known);
    const rules = known.filter((rule) => isAsked(rule, effective));
    const all = await discover(options.targets, {
      cwd: io.cwd(),
      ...(options.root !== undefined && { root: options.root }),
      include: options.include ?? [],
      exclude: options.exclude ?? [],
      ignore: options.ignore,
      isTrusted: options.trustTarget === true,
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
      targets: [...options.targets, ...options.toolsJson ?? []],
      settings: settingsOf(options, effective),
      ruleTexts: own.texts,
    });
    const reviewer = await openReviewer(io, { options, log, own: ownAi(effective) });
    const found = withoutOwnFiles(
      [
        ...own.files,
        ...configuration.files,
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
    const isPart = rules.length < known.length;
    const kept = await openScanCache(io, {
      asked: options,
      log,
      ruleTexts: isPart ? [...own.texts, ...rules.map(({ id }) => id)] : own.texts,
    });
    const matched = await scan({
      tool: { name: "MCP Sentinel", version: VERSION },
      targets: [...options.targets, ...options.toolsJson ?? []],
      rules,
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
    const isLifted = options.trustTarget === true || !options.ignore;
    const vain = isLifted
      ? []
      : await untrustedIgnores(io, { findings: matched.findings, root: found.root });
    const scanned = await configured(matched, {
      configuration,
      known,
      files: found.files,
      notes: [...configuration.notes, ...vain],
    });
    const isWhole = isWholeProject(all.root, { options, effective }, io);
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
    await onTriaged({
      report,
      root: all.root,
      git: suppressions.isOwnTarget ? gitFolder(all.root) : undefined,
      isOwnTarget: suppressions.isOwnTarget,
      ...suppressions.account(),
      suppressFile: options.suppress ?? namedSuppressions(io, effective),
      project: options.project,
      isQuiet: options.quiet === true,
    });
    for (const { file, message } of report.diagnostics) {
      log.detail(file === undefined ? message : `${file}: ${message}`);
    }
    line.clear();
    const shown = filterReport(report, readerOf(options));
    await deliver(io, { shown, root: found.root, options });
    const saved = await baselines.save(suppressed);
    if (saved !== undefined && !options.quiet) {
      io.writeError(`Saved the baseline ${saved}\n`);
    }
    log.detail(`Done: ${report.findings.length} findings in ${report.coverage.analysed} files`);
    for (const line of shortcomings(shown, options)) io.writeError(`error: ${line}\n`);
    return exitCodeOf(shown, options);
  } finally {
    line.clear();
    log.close();
  }
}

/** The file that settings name, whether it is there or not, as the user would name it. */
function namedSuppressions(io: Io, { values }: Effective): string | undefined {
  const file = values.get("suppression.file")?.value;
  return typeof file === "string" ? relative(io.cwd(), resolve(io.cwd(), file)) : undefined;
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

/** What decides what is found, beside the files and the rules. */
function settingsOf(
  { include = [], exclude = [], ignore, maxFileSize }: ScanOptions,
  { words, paths }: Effective,
) {
  const said = (some: Effective["words"]) => some.map(({ name, says }) => [name, says]);
  return {
    include,
    exclude,
    ignore,
    maxFileSize,
    words: said(words),
    paths: paths.map(({ folder, globs, words }) => ({ folder, globs, words: said(words) })),
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

/** Whether nothing was left out of what settings say that the project is. */
function isWholeProject(
  root: string,
  { options, effective }: { readonly options: ScanOptions; readonly effective: Effective },
  io: Io,
): boolean {
  const isPart = (["scan.include", "scan.exclude"] as const).some((name) =>
    effective.values.get(name)?.origin.from === "flag"
  );
  return !isPart &&
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
