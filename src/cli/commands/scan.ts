// `scan`: targets to report and exit code.

import { Argument, type Command } from "@commander-js/extra-typings";
import { SETTING_NAMES } from "../../config/mod.ts";
import { Failure } from "../../core/mod.ts";
import { aiOptions } from "../ai_options.ts";
import { findClientFiles } from "../client_files.ts";
import { flagLayer, loadConfiguration } from "../configuration.ts";
import type { Io } from "../io.ts";
import { reviewOptions } from "../review_options.ts";
import { addScanOptions, forAnotherCommand, type ScanAsked, scanOptions } from "../scan_options.ts";
import { runScan } from "../scan_run.ts";
import { checkTriageOptions } from "../triage_options.ts";
import type { TriageListener } from "../triaged.ts";
import { closedNote, homeless } from "./discover.ts";

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
  mcp-sentinel scan --ai                         let a model on this machine judge what is doubtful
  mcp-sentinel scan --ai --ai-show-prompts       what it would be asked; nothing is sent
  mcp-sentinel scan --ai --ai-cache verdicts.json --ai-replay
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
      aiOptions(command);
      reviewOptions(command);
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
