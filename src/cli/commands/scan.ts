// `scan`: targets to report and exit code.

import { Argument, type Command, Option } from "@commander-js/extra-typings";
import { resolve } from "node:path";
import {
  CONFIDENCES,
  EXIT,
  Failure,
  printable,
  type ScanReport,
  SEVERITIES,
  type SkipReason,
  type SourceFile,
} from "../../core/mod.ts";
import { ALL_RULES } from "../../detectors/mod.ts";
import { filterReport, type Persona, PERSONAS, type Reader } from "../../report/mod.ts";
import { projectFacts } from "../../flow/mod.ts";
import { scan } from "../../scan/mod.ts";
import {
  discover,
  type Discovery,
  type FoundFile,
  projectReader,
  type ReadResult,
  readSource,
} from "../../targets/mod.ts";
import {
  comparedFiles,
  DIFF_OPTION,
  DIFF_SCOPE_OPTION,
  type DiffOptions,
  STAGED_OPTION,
} from "../changed_files.ts";
import { findClientFiles } from "../client_files.ts";
import { addAiOptions } from "../ai_options.ts";
import { openReviewer, type ReviewerOptions } from "../ai_review.ts";
import { openBaselines } from "../baselines.ts";
import { COLOR_CHOICES } from "../color.ts";
import { loadRules } from "../custom_rules.ts";
import { deliver, type Format, FORMATS } from "../deliver.ts";
import { exitCodeOf } from "../gate.ts";
import type { Io } from "../io.ts";
import { closedNote, homeless } from "./discover.ts";
import { openLog } from "../log.ts";
import { choice, collect, collectPaths, parseDuration, parseSize, path } from "../options.ts";
import { realFolder, withoutOwnFiles } from "../own_files.ts";
import { checkWritable } from "../output.ts";
import { progress } from "../progress.ts";
import { addReviewOptions, reviewOptions } from "../review_options.ts";
import { CACHE_TTL, type CacheAsked, openScanCache } from "../scan_cache.ts";
import { openSuppressions } from "../suppressions.ts";
import { addTriageOptions, type TriageOptions, triageOptions } from "../triage_options.ts";
import { VERSION } from "../version.ts";

const MAX_FILE_SIZE = 10 * 1024 * 1024;

const EXAMPLES = `
Examples:
  mcp-sentinel scan                              the current folder
  mcp-sentinel scan src/ .mcp.json               a folder and a file
  mcp-sentinel scan --clients                    the client configurations of this machine
  mcp-sentinel scan --fail-on medium             exit 1 from medium on
  mcp-sentinel scan -o json --output-file r.json
  mcp-sentinel scan --exclude 'vendor/**' --severity high
  mcp-sentinel scan --tools-json tools.json      what a server answers to tools/list
  mcp-sentinel scan --diff                       what changed since the default branch
  mcp-sentinel scan src/ --diff HEAD~1           what changed since a commit, in a folder
  mcp-sentinel scan --staged --diff-scope file   whole files that are staged
  mcp-sentinel scan --rules rules/               rules of your own too
  mcp-sentinel scan --persona auditor            everything, doubtful findings too
  mcp-sentinel scan --no-cache                   everything anew
  mcp-sentinel scan --save-baseline --baseline-file baseline.json
  mcp-sentinel scan --baseline-file baseline.json --fail-on-new medium
  mcp-sentinel scan --fail-on-unused-suppressions
  mcp-sentinel scan --ai                         let a model on this machine judge what is doubtful
  mcp-sentinel scan --ai --ai-show-prompts       what it would be asked; nothing is sent
  mcp-sentinel scan --ai --ai-cache verdicts.json --ai-replay
`;

export function addScanCommand(
  program: Command,
  { io, exit }: { io: Io; exit: (code: number) => void },
): void {
  const command = program.command("scan")
    .description("Scan the source and configuration of MCP servers")
    .addArgument(new Argument("[targets...]", "folders or files (default: the current folder)"))
    .option("--clients", "scan the MCP client configurations found on this machine")
    .addOption(
      choice("-o, --output <format>", "format of the report", FORMATS).default("term" as const),
    )
    .option("--output-file <file>", "write the report to a file instead of stdout", path)
    .addOption(
      choice(
        "--persona <who>",
        "who reads: what is worth mending (regular: confidence medium, severity low and up), " +
          "low confidence too (pedantic), or everything (auditor)",
        PERSONAS,
      ).default("regular" as const),
    )
    .addOption(
      choice(
        "--severity <min>",
        "report findings at or above this severity (default: the persona's)",
        SEVERITIES,
      ),
    )
    .addOption(
      choice(
        "--min-confidence <min>",
        "report findings at or above this confidence (default: the persona's)",
        CONFIDENCES,
      ),
    )
    .option(
      "--rules <path>",
      "also run the rules of this file or folder of YAML (repeatable)",
      collectPaths,
    )
    .addOption(
      choice("--fail-on <severity>", "exit 1 when a finding is at or above this", [
        ...SEVERITIES,
        "none",
      ]).default("high" as const),
    )
    .option(
      "--root <dir>",
      "the project root that paths are relative to (default: git's, or the target)",
      path,
    )
    .option(
      "--include <glob>",
      "scan only files that match, from the project root (repeatable)",
      collect,
    )
    .option(
      "--exclude <glob>",
      "leave out what matches, from the project root (repeatable)",
      collect,
    )
    .option(
      "--tools-json <file>",
      "scan a list of tools, prompts or resources, as `tools/list` answers (repeatable)",
      collectPaths,
    )
    .addOption(DIFF_OPTION)
    .addOption(STAGED_OPTION)
    .addOption(DIFF_SCOPE_OPTION)
    .option("--no-ignore", "also scan what .gitignore or a default exclude leaves out")
    .addOption(
      new Option("--max-file-size <size>", "skip larger files")
        .argParser(parseSize)
        .default(MAX_FILE_SIZE, "10MiB"),
    )
    .addOption(
      choice("--color <when>", "colour the report", COLOR_CHOICES).default("auto" as const),
    )
    .option("--no-cache", "analyse everything anew, and keep nothing for the next scan")
    .option("--cache-dir <dir>", "the folder of the cache (default: ~/.mcp-sentinel/cache)", path)
    .addOption(
      new Option("--cache-ttl <time>", "how long what is kept counts: 90s, 30m, 24h, 7d")
        .argParser(parseDuration)
        .default(CACHE_TTL, "24h"),
    )
    .option("-v, --verbose", "tell details on stderr")
    .option("--log-file <file>", "write details to a file", path)
    .option("-q, --quiet", "tell nothing but errors on stderr")
    .addHelpText("after", EXAMPLES)
    .action(async (targets, options, command) => {
      const found = options.clients ? await clientTargets(io, options.quiet === true) : [];
      const all = [...targets, ...found];
      const named = targetsOf(all, options.toolsJson);
      exit(
        await runScan(io, {
          ...options,
          ...triageOptions(command),
          ...reviewOptions(command),
          targets: named,
        }),
      );
    });
  addTriageOptions(command as never);
  addAiOptions(command as never);
  addReviewOptions(command as never);
}

/** The current folder, unless something is named. */
function targetsOf(targets: readonly string[], dumps: readonly string[] = []): readonly string[] {
  return targets.length > 0 || dumps.length > 0 ? targets : ["."];
}

/** The paths that `--clients` stands for; it is a failure that there are none. */
async function clientTargets(io: Io, isQuiet: boolean): Promise<string[]> {
  const search = await findClientFiles(io);
  const note = closedNote(search);
  if (note !== undefined && !isQuiet) io.writeError(note);
  if (search.found.length > 0) return [...new Set(search.found.map(({ absolute }) => absolute))];
  if (!search.isHomeKnown) throw homeless();
  throw new Failure("nothing-to-scan", "No client configuration was found", {
    hint: "mcp-sentinel discover looks in the same places; name a configuration to scan it",
  });
}

interface ScanOptions extends CacheAsked, DiffOptions, TriageOptions, ReviewerOptions {
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

async function runScan(io: Io, options: ScanOptions): Promise<number> {
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
      read: rereader(found, (file) => read(file, { maxFileSize: options.maxFileSize })),
      onProgress: (done, total) => line.show(`Asking: ${done} of ${total} places`),
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
function rereader(
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
