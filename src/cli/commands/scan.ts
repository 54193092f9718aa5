// `scan`: targets to report and exit code.

import { Argument, type Command } from "@commander-js/extra-typings";
import { resolve } from "node:path";
import { type Effective, isAsked, SETTING_NAMES } from "../../config/mod.ts";
import { Failure, type SkipReason } from "../../core/mod.ts";
import { ALL_RULES } from "../../detectors/mod.ts";
import { filterReport, type Reader } from "../../report/mod.ts";
import { projectFacts } from "../../flow/mod.ts";
import { scan } from "../../scan/mod.ts";
import { discover, type Discovery, projectReader, readSource } from "../../targets/mod.ts";
import { comparedFiles } from "../changed_files.ts";
import { findClientFiles } from "../client_files.ts";
import { openBaselines } from "../baselines.ts";
import { checkWords, type Configuration, flagLayer, loadConfiguration } from "../configuration.ts";
import { configured } from "../configured_report.ts";
import { loadRules } from "../custom_rules.ts";
import { deliver } from "../deliver.ts";
import { exitCodeOf, shortcomings } from "../gate.ts";
import { gitFolder } from "../git_folder.ts";
import type { Io } from "../io.ts";
import { closedNote, homeless } from "./discover.ts";
import { openLog } from "../log.ts";
import { realFolder, withoutOwnFiles } from "../own_files.ts";
import { checkWritable } from "../output.ts";
import { progress } from "../progress.ts";
import { openScanCache } from "../scan_cache.ts";
import {
  addScanOptions,
  forAnotherCommand,
  type ScanAsked,
  type ScanOptions,
  scanOptions,
} from "../scan_options.ts";
import { openSuppressions } from "../suppressions.ts";
import { checkTriageOptions } from "../triage_options.ts";
import type { TriageListener } from "../triaged.ts";
import { untrustedIgnores } from "../untrusted_ignores.ts";
import { VERSION } from "../version.ts";

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
  mcp-sentinel scan --disable-rule secrets --rule-severity mcp-plain-http=low
  mcp-sentinel scan --min-coverage 95 --strict   exit 2 where not all was analysed
  mcp-sentinel scan --config ci.yaml             settings of another file
  mcp-sentinel scan --persona auditor            everything, doubtful findings too
  mcp-sentinel scan --no-cache                   everything anew
  mcp-sentinel scan --save-baseline --baseline-file baseline.json
  mcp-sentinel scan --baseline-file baseline.json --fail-on-new medium
  mcp-sentinel scan --fail-on-unused-suppressions
`;

export function addScanCommand(
  program: Command,
  { io, exit, onTriaged, isInner = false }: {
    io: Io;
    exit: (code: number) => void;
    onTriaged: TriageListener;
    /** Run by another command, which takes the report. */
    isInner?: boolean;
  },
): void {
  const command = program.command("scan")
    .description("Scan the source and configuration of MCP servers")
    .addArgument(new Argument("[targets...]", "folders or files (default: the current folder)"))
    .addHelpText("after", EXAMPLES)
    .action(async (targets, _, command) => {
      const asked = command.opts() as unknown as ScanAsked;
      const found = asked.clients ? await clientTargets(io, asked.quiet === true) : [];
      const all = targetsOf([...targets, ...found], asked.toolsJson);
      const loaded = await loadConfiguration(io, {
        targets: [...all, ...asked.toolsJson ?? []],
        root: asked.root,
        config: asked.config,
        isTrusted: asked.trustTarget === true,
      }, flagLayer(command as never, SETTING_NAMES));
      const configuration = isInner ? forAnotherCommand(loaded) : loaded;
      const options = scanOptions(io, command as never, { configuration, targets: all });
      checkTriageOptions(options);
      exit(await runScan(io, options, { configuration, onTriaged }));
    });
  addScanOptions(command as never);
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

async function runScan(
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
    const found = withoutOwnFiles(
      [
        ...own.files,
        ...configuration.files,
        ...suppressions.files,
        ...baselines.files,
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
    const suppressed = await suppressions.judge(scanned, { isWhole, now: io.date().getTime() });
    const report = await baselines.judge(suppressed, { isWhole });
    await onTriaged({
      report,
      root: all.root,
      git: suppressions.isOwnTarget ? gitFolder(all.root) : undefined,
      isOwnTarget: suppressions.isOwnTarget,
      ...suppressions.account(),
      suppressionFile: effective.values.get("suppression.file")?.value as string | undefined,
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

/** What decides what is found, beside the files and the rules. */
function settingsOf(
  { include = [], exclude = [], ignore, maxFileSize }: ScanOptions,
  { paths }: Effective,
) {
  const switched = paths.map(({ folder, globs, words }) => [
    folder,
    globs,
    words.map(({ name, says }) => [name, says]),
  ]);
  return {
    include,
    exclude,
    ignore,
    maxFileSize,
    ...(switched.length > 0 && { paths: switched }),
  };
}

function readerOf({ persona, severity, minConfidence: confidence }: ScanOptions): Reader {
  return { persona, ...(severity && { severity }), ...(confidence && { confidence }) };
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
