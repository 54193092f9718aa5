// `init`: asks little, shows what it would write, writes it, and scans for the first time.

import { Argument, type Command, Option } from "@commander-js/extra-typings";
import { relative } from "node:path";
import { Failure, printable, SEVERITIES } from "../../core/mod.ts";
import { locateProject } from "../../targets/mod.ts";
import {
  BASELINE_FILE,
  type InitChoices,
  type InitFile,
  initFiles,
  leftToDo,
  withBaseline,
} from "../init/files.ts";
import { lookAt, type ProjectLook } from "../init/look.ts";
import { putFile, type Standing, standingOf } from "../init/place.ts";
import type { Io } from "../io.ts";
import { choice } from "../options.ts";
import { schemaText } from "./config.ts";

const EXAMPLES = `
Without a terminal nothing is asked: --yes takes what the options say. Examples:
  mcp-sentinel init                          asks, and shows what it would write
  mcp-sentinel init --yes --github           settings, suppressions and a workflow
  mcp-sentinel init --yes --save-baseline    what is there now is known, only new findings fail
  mcp-sentinel init --dry-run --gitlab --pre-commit
`;

const GATES = [...SEVERITIES, "none"] as const;

interface InitOptions extends Partial<InitChoices> {
  readonly failOn: typeof GATES[number];
  readonly schema: boolean;
  readonly scan: boolean;
  readonly saveBaseline?: boolean | undefined;
  readonly yes?: true | undefined;
  readonly force?: true | undefined;
  readonly dryRun?: true | undefined;
}

/** `scan`: runs a scan with these arguments, and gives its exit code. */
export function addInitCommand(
  program: Command,
  { io, scan }: { io: Io; scan: (io: Io, args: readonly string[]) => Promise<number> },
): void {
  program.command("init")
    .description("Set a project up: settings, suppressions, pipelines, and a first scan")
    .addArgument(new Argument("[folder]", "the project (default: git's root, or this folder)"))
    .addOption(
      choice("--fail-on <severity>", "a scan of the project fails from this on", GATES)
        .default("high" as const),
    )
    .option("--github", "write a workflow for GitHub")
    .option("--gitlab", "write a job for GitLab")
    .option("--pre-commit", "write a hook for pre-commit, over what is staged")
    .option("--no-schema", "write no schema, by which editors complete the settings")
    .option("--no-scan", "do not scan")
    .option("--save-baseline", "save what the first scan finds as the baseline")
    .option("-y, --yes", "ask nothing")
    .option("--force", "write over files that are there")
    .addOption(new Option("--dry-run", "show what would be written, and do no more"))
    .addHelpText("after", EXAMPLES)
    .action(async (folder, options) => {
      await init(io, { folder, options: options as InitOptions, scan });
    });
}

async function init(io: Io, { folder, options, scan }: {
  readonly folder: string | undefined;
  readonly options: InitOptions;
  readonly scan: (io: Io, args: readonly string[]) => Promise<number>;
}): Promise<void> {
  const isAsking = options.yes !== true && options.dryRun !== true;
  if (isAsking && !io.inIsTerminal) {
    throw new Failure("usage", "Expected --yes where there is no terminal to ask on", {
      hint: "mcp-sentinel init --dry-run shows what it would write",
    });
  }
  const place = await locateProject([folder ?? "."], { cwd: io.cwd() });
  const root = folder === undefined ? place.root : place.folder;
  const look = await lookAt(root, io.cwd());
  io.writeError(`${printable(root)}: ${toldOf(look)}\n`);
  const choices = isAsking ? await asked(io, options, look) : chosenOf(options);
  const files = initFiles(choices, { look, schema: schemaText() });
  const standings = files.map((file) => ({ file, standing: standingOf(root, file) }));
  for (const each of standings) io.writeError(shown(each, options.force === true));
  if (options.dryRun) return;
  const written = standings.filter(({ standing }) =>
    standing === "new" || standing === "there" && options.force === true
  ).map(({ file }) => file);
  if (isAsking && written.length > 0 && !await isYes(io, "Write these files?", true)) {
    io.writeError("Nothing was written\n");
    return;
  }
  for (const file of written) await putFile(root, file);
  io.writeError(`\nWrote ${written.length === 0 ? "nothing" : pathsOf(written)}\n`);
  for (const text of leftToDo(choices, look)) io.writeError(`\n${text}`);
  if (options.scan) await firstScan(io, { root, options, isAsking, written, scan });
}

function pathsOf(files: readonly InitFile[]): string {
  return files.map(({ path }) => path).join(", ");
}

function toldOf({ languages, sdks, clients }: ProjectLook): string {
  const told = [
    ...languages.map(({ name, files }) => `${files} ${name}`),
    ...sdks.map((name) => `SDK ${name}`),
    ...clients.slice(0, 5).map((path) => `client configuration ${printable(path)}`),
  ];
  return told.length === 0 ? "no source that rules read" : told.join(", ");
}

function chosenOf({ failOn, schema, github, gitlab, preCommit }: InitOptions): InitChoices {
  return {
    failOn,
    schema,
    github: github === true,
    gitlab: gitlab === true,
    preCommit: preCommit === true,
  };
}

/** Asks for what no option has said. */
async function asked(io: Io, options: InitOptions, look: ProjectLook): Promise<InitChoices> {
  const given = chosenOf(options);
  const gate = await io.ask(
    `From which severity on does a scan fail (${GATES.join(", ")})? [${given.failOn}] `,
  );
  const failOn = GATES.find((known) => known === gate?.trim()) ?? given.failOn;
  return {
    ...given,
    failOn,
    github: given.github || await isYes(io, "A workflow for GitHub?", look.hasGitHub),
    gitlab: given.gitlab || await isYes(io, "A job for GitLab?", look.hasGitLab),
    preCommit: given.preCommit || await isYes(io, "A hook for pre-commit?", look.hasPreCommit),
  };
}

/** An empty answer takes what is proposed; the end of input is no. */
async function isYes(io: Io, question: string, isProposed: boolean): Promise<boolean> {
  const answer = await io.ask(`${question} [${isProposed ? "Y/n" : "y/N"}] `);
  if (answer === undefined) return false;
  return answer.trim() === "" ? isProposed : /^y(?:es)?$/i.test(answer.trim());
}

function shown(
  { file, standing }: { readonly file: InitFile; readonly standing: Standing },
  isForced: boolean,
): string {
  const { path, text, isShown } = file;
  if (standing === "same") return `\n${path} is there, and the same\n`;
  if (standing === "there" && !isForced) {
    return `\n${path} is there and stays as it is (--force writes over it)\n`;
  }
  const head = standing === "there" ? `${path}, over what is there` : path;
  if (!isShown) return `\n${head} (${text.split("\n").length} lines)\n`;
  return `\n${head}\n${text.trimEnd().split("\n").map((line) => `  ${line}\n`).join("")}`;
}

async function firstScan(io: Io, { root, options, isAsking, written, scan }: {
  readonly root: string;
  readonly options: InitOptions;
  readonly isAsking: boolean;
  readonly written: readonly InitFile[];
  readonly scan: (io: Io, args: readonly string[]) => Promise<number>;
}): Promise<void> {
  const target = relative(io.cwd(), root) || ".";
  const saving = ["--save-baseline", "--baseline-file", `${root}/${BASELINE_FILE}`];
  io.writeError("\n");
  const isSaved = options.saveBaseline === true;
  try {
    const code = await scan(io, ["scan", target, ...(isSaved ? saving : [])]);
    if (isSaved) return await useBaseline(io, root, written);
    const question = "Save what was found as the baseline, so that only new findings fail?";
    if (!isAsking || code === 0 || !await isYes(io, question, false)) return;
    const silent: Io = { ...io, writeOut: () => Promise.resolve(true) };
    await scan(silent, ["scan", target, ...saving]);
    await useBaseline(io, root, written);
  } catch (error) {
    // A project that is only begun is set up all the same.
    if (!(error instanceof Failure) || error.kind !== "nothing-to-scan") throw error;
    io.writeError(`${printable(error.message)}\n`);
  }
}

/** The settings name the baseline now that there is one. */
async function useBaseline(
  io: Io,
  root: string,
  written: readonly InitFile[],
): Promise<void> {
  const settings = written.find(({ path }) => path === ".mcp-sentinel.yaml");
  if (settings) await putFile(root, { ...settings, text: withBaseline(settings.text) });
  else io.writeError(`Add to .mcp-sentinel.yaml:\n\nbaseline:\n  file: ${BASELINE_FILE}\n`);
}
