// The options of `scan`: those of the table of settings, and what is asked for one scan alone.

import { type Command, Option } from "@commander-js/extra-typings";
import { type Effective, SECTIONS, SETTING_NAMES, type SettingName } from "../config/mod.ts";
import { type CONFIDENCES, printable, type SEVERITIES } from "../core/mod.ts";
import type { Persona } from "../report/mod.ts";
import { addAiOptions } from "./ai_options.ts";
import type { ReviewerOptions } from "./ai_review.ts";
import { DIFF_OPTION, type DiffOptions, STAGED_OPTION } from "./changed_files.ts";
import type { ColorChoice } from "./color.ts";
import { type Configuration, type ParsedCommand, settled } from "./configuration.ts";
import type { Format } from "./deliver.ts";
import type { Gate } from "./gate.ts";
import type { Io } from "./io.ts";
import { collectPaths, contraryOption, path, settingOption } from "./options.ts";
import { addReviewOptions } from "./review_options.ts";
import type { CacheAsked } from "./scan_cache.ts";
import type { TriageOptions } from "./triage_options.ts";

/** What the command line alone says. */
export interface ScanAsked extends DiffOptions {
  readonly clients?: true | undefined;
  readonly toolsJson?: readonly string[] | undefined;
  readonly root?: string | undefined;
  readonly config?: string | undefined;
  readonly trustTarget?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** What a scan for another command has no use for: its report goes to that command. */
const OWN_RUN: readonly SettingName[] = ["output.file", "output.log-file"];

export function forAnotherCommand(configuration: Configuration): Configuration {
  const { effective } = configuration;
  const values = new Map(
    [...effective.values].filter(([name, { origin }]) =>
      origin.from === "flag" || !OWN_RUN.includes(name)
    ),
  );
  return { ...configuration, effective: { ...effective, values } };
}

export interface ScanOptions extends ScanAsked, CacheAsked, TriageOptions, Gate, ReviewerOptions {
  readonly targets: readonly string[];
  readonly output: Format;
  readonly outputFile?: string | undefined;
  readonly persona: Persona;
  readonly severity?: typeof SEVERITIES[number] | undefined;
  readonly minConfidence?: typeof CONFIDENCES[number] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly maxFileSize: number;
  readonly color: ColorChoice;
  readonly verbose?: boolean | undefined;
  readonly logFile?: string | undefined;
  readonly failOnNew?: Gate["failOnNew"];
  readonly failOnUnusedSuppressions?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** Groups of the help, each the section of a setting. */
const GROUPS: Readonly<Record<string, readonly Option[]>> = {
  scan: [
    new Option("--clients", "scan the MCP client configurations found on this machine"),
    new Option(
      "--tools-json <file>",
      "scan a list of tools, prompts or resources, as `tools/list` answers (repeatable)",
    ).argParser(collectPaths),
    new Option(
      "--root <dir>",
      "the project root that paths are relative to (default: git's, or the target)",
    ).argParser(path),
    new Option(
      "--config <file>",
      "take settings from this file (default: .mcp-sentinel.yaml of the project)",
    ).argParser(path),
    new Option(
      "--trust-target",
      "let settings and suppressions count that stand in a target outside of your repository",
    ),
  ],
  baseline: [
    new Option(
      "--save-baseline",
      "save the findings as the baseline, whatever the exit code",
    ),
  ],
  git: [DIFF_OPTION, STAGED_OPTION],
};

/** Adds them to the command, section by section. */
export function addScanOptions(command: Command<[string[]]>): void {
  for (const [section, about] of Object.entries(SECTIONS)) {
    const settings = SETTING_NAMES.filter((name) => name.startsWith(`${section}.`));
    const options = [
      ...GROUPS[section] ?? [],
      ...settings.flatMap((name) => settingOption(name) ?? []),
    ];
    for (const option of options) command.addOption(option.helpGroup(`${about}:`) as never);
    for (const name of settings) {
      const contrary = contraryOption(name);
      if (contrary) command.addOption(contrary as never);
    }
  }
  addModelOptions(command);
}

/** What models are asked, and what becomes of their answers. */
function addModelOptions(command: Command<[string[]]>): void {
  const before = command.options.length;
  addAiOptions(command);
  addReviewOptions(command);
  for (const option of command.options.slice(before)) option.helpGroup("Language models:");
}

/** Settings that mean nothing alone, and count from elsewhere only beside the options they go with. */
const BESIDE: Readonly<Partial<Record<SettingName, (options: Partial<ScanOptions>) => boolean>>> = {
  "baseline.compare": ({ saveBaseline }) => !saveBaseline,
  "baseline.fail-on-new": ({ baseline, baselineFile, saveBaseline }) =>
    !saveBaseline && (baseline === true || baselineFile !== undefined),
  "git.diff-scope": ({ diff, staged }) => diff !== undefined || staged === true,
};

/** The options that hold, with everything that is set elsewhere. */
export function scanOptions(
  io: Io,
  command: ParsedCommand,
  { configuration, targets }: {
    readonly configuration: Configuration;
    readonly targets: readonly string[];
  },
): ScanOptions {
  const asked = command.opts() as Partial<ScanOptions>;
  const effective = withoutMissing(io, configuration.effective, asked);
  const first = settled(io, command, effective) as Partial<ScanOptions>;
  const values = new Map(
    [...effective.values].filter(([name, { origin }]) =>
      origin.from === "flag" || (BESIDE[name]?.({ ...first, ...asked }) ?? true)
    ),
  );
  const base = values.get("git.base")?.value as string | undefined;
  const options = settled(io, command, { ...effective, values }) as unknown as ScanOptions;
  return {
    ...options,
    targets,
    ...(options.diff === true && base !== undefined && { diff: base }),
  };
}

/** What is told where a file that settings name is not there yet. */
const MISSING: readonly (readonly [name: SettingName, note: string])[] = [
  ["baseline.file", "There is no baseline yet; mcp-sentinel scan --save-baseline writes it"],
  ["suppression.file", "There is no file of suppressions yet; mcp-sentinel suppress add writes it"],
];

/**
 * A baseline or suppressions that files ask for and nobody has saved yet are told of: then nothing
 * is known or set aside. `--no-baseline` leaves out the one that there is.
 */
function withoutMissing(
  io: Io,
  effective: Effective,
  { baseline, saveBaseline, quiet }: Partial<ScanOptions>,
): Effective {
  const values = new Map(effective.values);
  for (const [name, note] of MISSING) {
    const given = values.get(name);
    if (!given || !("file" in given.origin)) continue;
    const isBaseline = name === "baseline.file";
    const isDeclined = isBaseline && baseline === false;
    if (isBaseline && saveBaseline || !isDeclined && exists(given.value as string)) continue;
    const { file, line } = given.origin;
    if (!isDeclined && !quiet) io.writeError(`note: ${printable(file)}:${line}: ${note}\n`);
    values.delete(name);
    if (isBaseline) values.delete("baseline.compare");
  }
  return { ...effective, values };
}

/** True also where it may not be looked at: reading it tells what is wrong. */
function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    return !(error instanceof Deno.errors.NotFound);
  }
}
