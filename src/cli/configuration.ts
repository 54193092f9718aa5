// What holds of all settings: of the project's file, the user's, the environment, a file that is
// named and the flags, each stronger than those before it.

import { relative } from "node:path";
import {
  ALL,
  CONFIG_VARIABLE,
  type Effective,
  type Layer,
  merge,
  type Origin,
  originText,
  readEnvironment,
  type RuleWord,
  type SettingName,
  settingOf,
} from "../config/mod.ts";
import { Failure, FAMILIES, printable, type Rule, type TriageNote } from "../core/mod.ts";
import type { SyntaxTree } from "../syntax/mod.ts";
import { locateProject } from "../targets/mod.ts";
import {
  namedFile,
  type Places,
  projectFile,
  type ReadFile,
  userFile,
} from "./configuration_files.ts";
import type { Io } from "./io.ts";
import { didYouMean } from "./suggest.ts";

/** Problems told; more would push the first off the screen. */
const MAX_TOLD = 20;

export interface ConfigurationAsked {
  readonly targets: readonly string[];
  /** `--root`. */
  readonly root?: string | undefined;
  /** `--config`. */
  readonly config?: string | undefined;
  /** `--trust-target`. */
  readonly isTrusted: boolean;
}

export interface Configuration extends Places {
  readonly effective: Effective;
  /** The files that were read, from the weakest to the strongest, absolute. */
  readonly files: readonly string[];
  /** The same, as they are shown. */
  readonly shownFiles: readonly string[];
  /** What a target that is not the user's own says in vain. */
  readonly notes: readonly TriageNote[];
}

/** `flags`: what the command line says. Tells every problem, and fails where there is one. */
export async function loadConfiguration(
  io: Io,
  asked: ConfigurationAsked,
  flags: Layer,
): Promise<Configuration> {
  const { targets, root } = asked;
  const places = await locateProject(targets, {
    cwd: io.cwd(),
    ...(root !== undefined && { root }),
  });
  const project = await projectFile(io, places, asked);
  const note = project !== undefined && "kind" in project ? project : undefined;
  const own = project === undefined || "kind" in project ? undefined : project;
  const user = await userFile(io, places.root);
  const named = asked.config ?? (io.env(CONFIG_VARIABLE) || undefined);
  const chosen = named === undefined ? undefined : await namedFile(io, named, places.root);
  const environment = readEnvironment({
    get: io.env,
    names: io.envNames(),
    suggest: didYouMean,
  });
  // Whoever names a file wants it in the place of the project's.
  const [weak, strong] = [[chosen ? undefined : own, user], [chosen]].map((files) =>
    files.filter((file) => file !== undefined)
  );
  const files = [...weak!, ...strong!];
  failOn(io, problemsOf(files, environment.problems));
  const layersOf = (read: readonly ReadFile[]) => read.map(({ layer }) => layer);
  return {
    ...places,
    effective: merge([...layersOf(weak!), environment.layer, ...layersOf(strong!), flags]),
    files: files.map(({ absolute }) => absolute),
    shownFiles: files.map(({ file }) => file),
    notes: note ? [note] : [],
  };
}

/** What holds where there is no target: the user's file and the environment. */
export async function userConfiguration(io: Io): Promise<Effective> {
  const user = await userFile(io, io.cwd());
  const environment = readEnvironment({
    get: io.env,
    names: io.envNames(),
    suggest: didYouMean,
  });
  failOn(io, problemsOf(user ? [user] : [], environment.problems));
  return merge([...(user ? [user.layer] : []), environment.layer]);
}

function problemsOf(files: readonly ReadFile[], environment: readonly string[]): string[] {
  const inFiles = files.flatMap(({ file, problems }) =>
    problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
  );
  return [...inFiles, ...environment];
}

/** Tells all problems but the last, which is the failure's own message. */
function failOn(io: Io, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const lines = problems.slice(0, MAX_TOLD);
  const more = problems.length - lines.length;
  const last = lines.pop()!;
  for (const line of lines) io.writeError(`error: ${printable(line)}\n`);
  throw new Failure("malformed-configuration", last, {
    hint: `${more > 0 ? `${more} more problems; ` : ""}docs/configuration.md has every setting`,
  });
}

/** Fails where a word is about a rule that there is not. */
export function checkWords(
  io: Io,
  { words, paths }: Effective,
  rules: readonly Rule<SyntaxTree>[],
): void {
  const known = [...rules.map(({ id }) => id), ...FAMILIES, ALL];
  const all = [...words, ...paths.flatMap((each) => each.words)];
  failOn(
    io,
    all.filter(({ name }) => !known.includes(name)).map(({ name, origin }) =>
      `${placeOf(origin)}: Unknown rule "${name}".${didYouMean(name, known)}`
    ),
  );
}

function placeOf(origin: Origin): string {
  return originText(origin) + ("column" in origin ? `:${origin.column}` : "");
}

/** What the parts of a command that deal with options need of the framework's command. */
export interface ParsedCommand {
  readonly opts: () => Record<string, unknown>;
  readonly getOptionValueSource: (name: string) => string | undefined;
  readonly options: readonly { readonly long?: string | undefined; attributeName(): string }[];
}

/** The option of a setting, by which the command knows its value. */
export function attributeOf(command: ParsedCommand, name: SettingName): string | undefined {
  const long = longOf(settingOf(name).flag);
  return command.options.find((option) => option.long === long)?.attributeName();
}

function longOf(flag: string | undefined): string | undefined {
  return flag?.split(/[ ,]+/).find((word) => word.startsWith("--"));
}

/** What the command line says of settings, without its defaults. */
export function flagLayer(command: ParsedCommand, names: readonly SettingName[]): Layer {
  const values = command.opts();
  const words: RuleWord[] = [];
  const given = names.flatMap((name) => {
    const attribute = attributeOf(command, name);
    if (attribute === undefined || command.getOptionValueSource(attribute) !== "cli") return [];
    const origin: Origin = { from: "flag", flag: longOf(settingOf(name).flag)! };
    const value = values[attribute];
    if (name === "rules.severity") {
      for (const { name, severity } of value as readonly { name: string; severity: never }[]) {
        words.push({ name, says: severity, origin });
      }
    } else if (name === "rules.enable" || name === "rules.disable") {
      const says = name === "rules.enable" ? "on" : "off";
      for (const name of value as readonly string[]) words.push({ name, says, origin });
    }
    return [[name, { value, origin }] as const];
  });
  return { values: new Map(given), words, paths: [] };
}

/** The command's options, with what is set elsewhere in the place of defaults. */
export function settled(
  io: Io,
  command: ParsedCommand,
  { values }: Effective,
): Record<string, unknown> {
  const options = { ...command.opts() };
  for (const [name, { value, origin }] of values) {
    const attribute = attributeOf(command, name);
    if (attribute === undefined || origin.from === "flag") continue;
    const isPath = "file" in origin && settingOf(name).type.kind === "path";
    // What is written is opened from where the process stands.
    options[attribute] = isPath && !name.startsWith("output.") ? shownPath(io, value) : value;
  }
  return options;
}

/** Paths out of files are absolute; messages name them as the user would. */
function shownPath(io: Io, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((path) => shownPath(io, path));
  return relative(io.cwd(), value as string) || value;
}
