// `tools`: what a server would show to a model, read out of its source. Nothing is run.

import { Argument, type Command } from "@commander-js/extra-typings";
import { relative, resolve } from "node:path";
import { SETTING_NAMES } from "../../config/mod.ts";
import { type LineStarts, lineStarts, printable, type SourceFile } from "../../core/mod.ts";
import { projectFacts } from "../../flow/mod.ts";
import { readTarget } from "../../mcp/mod.ts";
import { surfaceJson, surfaceTable } from "../../report/mod.ts";
import { discover, projectReader, readSource } from "../../targets/mod.ts";
import { flagLayer, loadConfiguration, type ParsedCommand, settled } from "../configuration.ts";
import type { Io } from "../io.ts";
import { choice, collectPaths, path, settingOption } from "../options.ts";

const EXAMPLES = `
Examples:
  mcp-sentinel tools                    of the current folder
  mcp-sentinel tools server/ -o json    with file, line and column of each text
`;

/** The settings that say what is read; those of reports are about scans. */
const READ = SETTING_NAMES.filter((name) => name.startsWith("scan."));

/** Adds the command to the tree. */
export function addToolsCommand(program: Command, { io }: { io: Io }): void {
  program.command("tools")
    .description("Show the tools, prompts and resources that a server declares in its source")
    .addArgument(new Argument("[targets...]", "folders or files (default: the current folder)"))
    .addOption(
      choice("-o, --output <format>", "format", ["term", "json"]).default("term" as const),
    )
    .option("--tools-json <file>", "also a list of tools, as a server answers", collectPaths)
    .option("--all", "also what tests and examples declare")
    .addOption(settingOption("scan.exclude") as never)
    .addOption(settingOption("scan.ignore") as never)
    .addOption(settingOption("scan.max-file-size") as never)
    .option("--config <file>", "take settings from this file, as `scan` does", path)
    .option("--trust-target", "let settings count that stand in a target of others")
    .addHelpText("after", EXAMPLES)
    .action(async (targets, { toolsJson, config, trustTarget }, command) => {
      const named = targets.length > 0 || toolsJson !== undefined ? targets : ["."];
      const parsed = command as never as ParsedCommand;
      const { effective, notes } = await loadConfiguration(io, {
        targets: [...named, ...toolsJson ?? []],
        config,
        isTrusted: trustTarget === true,
      }, flagLayer(parsed, READ));
      for (const each of notes) io.writeError(`note: ${note(each)}\n`);
      const values = new Map([...effective.values].filter(([name]) => READ.includes(name)));
      const options = settled(io, parsed, { ...effective, values }) as unknown as ToolsOptions;
      await showTools(io, { ...options, targets: named });
    });
}

interface ToolsOptions {
  readonly targets: readonly string[];
  readonly output: "term" | "json";
  readonly toolsJson?: readonly string[] | undefined;
  readonly all?: true | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly ignore: boolean;
  readonly trustTarget?: true | undefined;
  readonly maxFileSize: number;
}

async function showTools(io: Io, options: ToolsOptions): Promise<void> {
  const { maxFileSize } = options;
  const found = await discover(options.targets, {
    cwd: io.cwd(),
    include: [],
    exclude: options.exclude ?? [],
    ignore: options.ignore,
    isTrusted: options.trustTarget === true,
    dumps: options.toolsJson ?? [],
  });
  const files: SourceFile[] = [];
  for (const each of found.files) {
    const outcome = await readSource(each, { maxFileSize });
    if (outcome.status === "read") files.push(outcome.file);
    else if (outcome.diagnostic) io.writeError(`${note(outcome.diagnostic)}\n`);
  }
  const { surface, cuts } = await readTarget(files, {
    facts: projectFacts(files.map(({ path }) => path), projectReader(found.root)),
    counts: ({ context }) => options.all === true || context === "product",
  });
  for (const file of cuts) {
    io.writeError(`${note({ file, message: "Too much for the bounds; not all was read" })}\n`);
  }
  const lines = linesOf(files);
  await io.writeOut(
    options.output === "json" ? surfaceJson(surface, { lines }) : surfaceTable(surface, {
      lines,
      width: io.width,
      showPath: (file) => relative(io.cwd(), resolve(found.root, file)) || file,
    }),
  );
}

function note({ file, message }: { file?: string; message: string }): string {
  return printable(file === undefined ? message : `${file}: ${message}`);
}

function linesOf(files: readonly SourceFile[]): (file: string) => LineStarts {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const known = new Map<string, LineStarts>();
  return (file) => {
    let starts = known.get(file);
    if (!starts) known.set(file, starts = lineStarts(texts.get(file) ?? ""));
    return starts;
  };
}
