// `tools`: what a server would show to a model, read out of its source. Nothing is run.

import { Argument, type Command, Option } from "@commander-js/extra-typings";
import { relative, resolve } from "node:path";
import { type LineStarts, lineStarts, printable, type SourceFile } from "../../core/mod.ts";
import { projectFacts } from "../../flow/mod.ts";
import { readTarget } from "../../mcp/mod.ts";
import { surfaceJson, surfaceTable } from "../../report/mod.ts";
import { discover, projectReader, readSource } from "../../targets/mod.ts";
import type { Io } from "../io.ts";
import { choice, collect, collectPaths, parseSize } from "../options.ts";

const MAX_FILE_SIZE = 10 * 1024 * 1024;

const EXAMPLES = `
Examples:
  mcp-sentinel tools                    of the current folder
  mcp-sentinel tools server/ -o json    with file, line and column of each text
`;

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
    .option("--exclude <glob>", "leave out what matches (repeatable)", collect)
    .option("--no-ignore", "also read what .gitignore or a default exclude leaves out")
    .addOption(
      new Option("--max-file-size <size>", "skip larger files")
        .argParser(parseSize)
        .default(MAX_FILE_SIZE, "10MiB"),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (targets, options) => {
      const isNamed = targets.length > 0 || options.toolsJson !== undefined;
      await showTools(io, { ...options, targets: isNamed ? targets : ["."] });
    });
}

interface ToolsOptions {
  readonly targets: readonly string[];
  readonly output: "term" | "json";
  readonly toolsJson?: readonly string[] | undefined;
  readonly all?: true | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly ignore: boolean;
  readonly maxFileSize: number;
}

async function showTools(io: Io, options: ToolsOptions): Promise<void> {
  const { maxFileSize } = options;
  const found = await discover(options.targets, {
    cwd: io.cwd(),
    include: [],
    exclude: options.exclude ?? [],
    ignore: options.ignore,
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
