// `baseline`: what scans are compared with, saved, looked at, and carried elsewhere.

import type { Command } from "@commander-js/extra-typings";
import { relative, resolve } from "node:path";
import { EMPTY_LAYER } from "../../config/mod.ts";
import { printable } from "../../core/mod.ts";
import { safeJson } from "../../report/mod.ts";
import type { Baseline } from "../../triage/mod.ts";
import { baselinePage, listJson, listPage } from "../baseline_pages.ts";
import {
  baselineFolder,
  deleteBaseline,
  firstThere,
  homeFile,
  loadBaseline,
  saveBaseline,
  savedBaselines,
} from "../baseline_store.ts";
import { loadConfiguration } from "../configuration.ts";
import { gitFolder } from "../git_folder.ts";
import type { InnerScan } from "../inner_scan.ts";
import type { Io } from "../io.ts";
import { choice, path } from "../options.ts";
import { realFolder } from "../own_files.ts";
import { projectNames } from "../project_identity.ts";

const EXAMPLES = `
Examples:
  mcp-sentinel baseline save                       scan, and save what is found
  mcp-sentinel baseline save packages/a            of a part of the repository, on its own
  mcp-sentinel baseline compare --fail-on medium   scan, and fail on what is new
  mcp-sentinel baseline list                       every project that has one
  mcp-sentinel baseline show                       what the baseline of this project holds
  mcp-sentinel baseline export accepted.json       to a file, for a review or another machine
  mcp-sentinel baseline delete                     that of this project; --project: of another
  mcp-sentinel baseline import accepted.json
`;
const SAVE_EXAMPLES = `
Takes the targets and options of scan; -o prints its report too. The exit code is 0 whatever was
found. Examples:
  mcp-sentinel baseline save
  mcp-sentinel baseline save --baseline-file .mcp-sentinel-baseline.json
  mcp-sentinel baseline save server/ --exclude 'vendor/**' --project notes
`;
const COMPARE_EXAMPLES = `
Takes the targets and options of scan, whose report it prints. Examples:
  mcp-sentinel baseline compare
  mcp-sentinel baseline compare --fail-on-new medium -o sarif --output-file report.sarif
  mcp-sentinel baseline compare --baseline-file .mcp-sentinel-baseline.json
`;
const PROJECT = ["--project <name>", "the project (default: that of the current folder)"] as const;
const OUTPUT = ["term", "json"] as const;
const FORCE = "put it in the place of a baseline that is there already";

export function addBaselineCommand(
  program: Command,
  { io, exit, scan }: { io: Io; exit: (code: number) => void; scan: InnerScan },
): void {
  const baseline = program.command("baseline")
    .description(
      "Save what is known, so that only what is new fails; look at it, carry it elsewhere",
    )
    .helpCommand(false)
    .addHelpText("after", EXAMPLES);
  baseline.command("save")
    .description("Scan, and save the findings as the baseline")
    .argument("[args...]", "targets and options of scan")
    .allowUnknownOption()
    .addHelpText("after", SAVE_EXAMPLES)
    .action(async (args) => {
      const isShown = args.some((arg) => /^(?:-o|--output)/.test(arg));
      const { code, stdout } = await scan([...args, "--save-baseline", "--fail-on", "none"]);
      if (isShown) await io.writeOut(stdout);
      exit(code);
    });
  baseline.command("compare")
    .description("Scan, and compare the findings with the baseline")
    .argument("[args...]", "targets and options of scan")
    .allowUnknownOption()
    .addHelpText("after", COMPARE_EXAMPLES)
    .action(async (args) => {
      const { code, stdout } = await scan([...args, "--baseline"]);
      await io.writeOut(stdout);
      exit(code);
    });
  baseline.command("list")
    .description("List the saved baselines of all projects")
    .addOption(choice("-o, --output <format>", "format", OUTPUT).default("term" as const))
    .action(async ({ output }) => {
      const listed = await savedBaselines(io);
      await io.writeOut(
        output === "json" ? safeJson(listJson(listed)) : listPage(listed, baselineFolder(io)),
      );
    });
  baseline.command("show")
    .description("Show what a baseline holds")
    .option(...PROJECT)
    .option("--baseline-file <file>", "a file in the place of the saved one", path)
    .addOption(choice("-o, --output <format>", "format", OUTPUT).default("term" as const))
    .action(async ({ project, baselineFile, output }) => {
      const { path, shown } = await placeOf(io, project, baselineFile);
      const found = await loadBaseline(path, shown);
      const { formatBaseline, metadataOf } = await import("../../triage/mod.ts");
      await io.writeOut(
        output === "json" ? formatBaseline(found) : baselinePage(found, metadataOf(found), path),
      );
    });
  baseline.command("delete")
    .description("Delete the saved baseline of a project")
    .option(...PROJECT)
    .action(async ({ project }) => {
      const name = project ?? (await settingsOf(io)).project ?? projectsOf(io)[0]!;
      await deleteBaseline(io, homeFile(io, name));
      await io.writeOut(`Deleted the baseline of ${printable(name)}\n`);
    });
  addExchange(baseline, io);
}

function addExchange(baseline: Command, io: Io): void {
  baseline.command("export")
    .description("Write the saved baseline of a project to a file (.json, or .json.gz)")
    .argument("<file>", "where to", path)
    .option(...PROJECT)
    .option("--force", FORCE)
    .action(async (file, { project, force }) => {
      const from = await placeOf(io, project, undefined);
      const found = await loadBaseline(from.path, from.shown);
      const saving = { shown: file, option: "export", isReplacing: force === true };
      await saveBaseline(io, { path: resolve(io.cwd(), file), baseline: found }, saving);
      await io.writeOut(`Exported ${told(found)} to ${printable(file)}\n`);
    });
  baseline.command("import")
    .description("Save the baseline that a file holds as that of its project")
    .argument("<file>", "where from", path)
    .option("--project <name>", "the project (default: the one that the file names)")
    .option("--force", FORCE)
    .action(async (file, { project, force }) => {
      const found = await loadBaseline(resolve(io.cwd(), file), file);
      const imported = { ...found, project: project ?? found.project };
      const target = homeFile(io, imported.project);
      const saving = { shown: target, option: "import", isReplacing: force === true };
      await saveBaseline(io, { path: target, baseline: imported }, saving);
      await io.writeOut(`Imported ${told(imported)}\n`);
    });
}

function told({ project, findings }: Baseline): string {
  const many = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return `the baseline of ${printable(project)} (${many})`;
}

interface Place {
  readonly path: string;
  readonly shown: string;
}

/** What options name, or else settings, or else the one below the home folder. */
async function placeOf(
  io: Io,
  project: string | undefined,
  file: string | undefined,
): Promise<Place> {
  const isNamed = project !== undefined || file !== undefined;
  const settings = isNamed ? { project, file } : await settingsOf(io);
  if (settings.file !== undefined) {
    const path = resolve(io.cwd(), settings.file);
    return { path, shown: file ?? (relative(io.cwd(), path) || path) };
  }
  const names = settings.project === undefined ? projectsOf(io) : [settings.project];
  const path = firstThere(names.map((name) => homeFile(io, name)));
  return { path, shown: path };
}

interface BaselineSettings {
  readonly project: string | undefined;
  readonly file: string | undefined;
}

/** What files and variables say of the baseline of the current folder. */
async function settingsOf(io: Io): Promise<BaselineSettings> {
  const { effective } = await loadConfiguration(
    io,
    { targets: ["."], isTrusted: false },
    EMPTY_LAYER,
  );
  const text = (name: "baseline.project" | "baseline.file"): string | undefined => {
    const value = effective.values.get(name)?.value;
    return typeof value === "string" ? value : undefined;
  };
  return { project: text("baseline.project"), file: text("baseline.file") };
}

/** The names of the current folder, and of what it is a part of. */
function projectsOf(io: Io): readonly string[] {
  const folder = realFolder(io.cwd());
  return projectNames({ root: folder, targets: [folder], git: gitFolder(folder) });
}
