// `scan`: targets to report and exit code.

import { Argument, type Command, Option } from "@commander-js/extra-typings";
import { CONFIDENCES, Failure, SEVERITIES } from "../../core/mod.ts";
import { PERSONAS } from "../../report/mod.ts";
import { addAiOptions, aiOptions } from "../ai_options.ts";
import { DIFF_OPTION, DIFF_SCOPE_OPTION, STAGED_OPTION } from "../changed_files.ts";
import { findClientFiles } from "../client_files.ts";
import { COLOR_CHOICES } from "../color.ts";
import { FORMATS } from "../deliver.ts";
import type { Io } from "../io.ts";
import { choice, collect, collectPaths, parseDuration, parseSize, path } from "../options.ts";
import { addReviewOptions, reviewOptions } from "../review_options.ts";
import { CACHE_TTL } from "../scan_cache.ts";
import { runScan } from "../scan_run.ts";
import { addTriageOptions, triageOptions } from "../triage_options.ts";
import { closedNote, homeless } from "./discover.ts";

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
          ...aiOptions(command),
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
