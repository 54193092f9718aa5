// A file's text to what it says of settings. Everything in it is checked before any of it counts,
// and each problem tells its place; nothing of a value stands in a message, as it may be a secret.

import { lineStarts, positionAt } from "../core/mod.ts";
import { Problems, readDocument, type Suggest, type Value } from "../rules/mod.ts";
import type { Given, Layer, Origin, PathRules, RuleWord } from "./layer.ts";
import { CONFIG_VERSION } from "./schema.ts";
import { readNames, readPaths, readSeverities } from "./read_rules.ts";
import { SECTIONS, SETTING_NAMES, type SettingName, settingOf } from "./settings.ts";

export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface ConfigContext {
  readonly from: "project" | "user" | "named";
  /** As messages and origins name it. */
  readonly file: string;
  /** Whether it is a part of a project, and so may neither lead out of it nor set what is the user's. */
  readonly isOfProject: boolean;
  /** The folder that its globs start from: relative to the project root, with `/`; empty for it. */
  readonly folder: string;
  readonly suggest: Suggest;
  readonly isGlob: (glob: string) => boolean;
  /** Offsets of what looks like a key of a provider. */
  readonly secrets: readonly number[];
}

export interface ConfigRead {
  readonly layer: Layer;
  readonly problems: readonly ConfigProblem[];
}

/** What one reading shares. */
export interface Reading {
  readonly problems: Problems;
  readonly context: ConfigContext;
  readonly originAt: (at: number) => Origin;
}

const MAX_ITEMS = 500;
const HOLDS = "configuration";

export function readConfig(text: string, context: ConfigContext): ConfigRead {
  const starts = lineStarts(text);
  const problems = new Problems(context.suggest);
  const originAt = (at: number): Origin => ({
    from: context.from,
    file: context.file,
    ...positionAt(starts, at),
  });
  const layer = { values: new Map<SettingName, Given>(), words: [], paths: [] } as {
    values: Map<SettingName, Given>;
    words: RuleWord[];
    paths: PathRules[];
  };
  for (const at of context.secrets) problems.add(at, KEY_REFUSED);
  // A file that is only begun, or all comments.
  const { value, problems: malformed } = isBlank(text)
    ? { problems: [] }
    : readDocument(text, { holds: HOLDS });
  if (value && malformed.length === 0) {
    refuseKeys(value, problems);
    readSections(value, { problems, context, originAt }, layer);
  }
  return {
    layer,
    problems: [...malformed, ...problems.all]
      .sort((a, b) => a.at - b.at)
      .filter(({ at }, i, all) => i === 0 || all[i - 1]!.at !== at)
      .map(({ at, message }) => ({ ...positionAt(starts, at), message })),
  };
}

function isBlank(text: string): boolean {
  return text.split("\n").every((line) => line.trim() === "" || line.trimStart().startsWith("#"));
}

const KEY_REFUSED = "Keys and passwords are not taken from a configuration; set the variable of " +
  "the provider in the environment";
/** Parts of names that say that a secret follows. */
// deno-fmt-ignore
const SECRET_NAMES = ["apikey", "token", "secret", "password", "passwd", "credential", "accesskey", "privatekey"];

/** `within`: the keys above. Names of settings and of rules say what they say. */
function refuseKeys(value: Value, problems: Problems, within: readonly string[] = []): void {
  if (value.kind === "list") { for (const item of value.items) refuseKeys(item, problems, within); }
  if (value.kind !== "map") return;
  for (const { key, at, value: held } of value.entries) {
    const path = [...within, key];
    const isName = path[0] === "rules" || isSetting(path.join("."));
    if (!isName && isSecretName(key)) problems.add(at, KEY_REFUSED);
    refuseKeys(held, problems, path);
  }
}

function isSecretName(key: string): boolean {
  const name = key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return SECRET_NAMES.some((part) => name.endsWith(part) || name.endsWith(`${part}s`));
}

function readSections(
  value: Value,
  reading: Reading,
  layer: { values: Map<SettingName, Given>; words: RuleWord[]; paths: PathRules[] },
): void {
  const { problems } = reading;
  if (value.kind !== "map") {
    problems.add(value.at, "Expected sections such as scan and rules");
    return;
  }
  for (const { key: section, at, value: held } of value.entries) {
    if (section === "version") {
      if (held.kind !== "scalar" || String(held.value) !== CONFIG_VERSION) {
        problems.add(held.at, `Expected '${CONFIG_VERSION}' for "version"`);
      }
    } else if (!Object.hasOwn(SECTIONS, section)) {
      problems.add(at, unknown(section, [...Object.keys(SECTIONS), "version"], problems));
    } else if (held.kind === "map") {
      for (const entry of held.entries) {
        const name = `${section}.${entry.key}`;
        if (isSetting(name)) readSetting(name, entry.value, reading, layer);
        else problems.add(entry.at, unknown(entry.key, keysOf(section), problems));
      }
    } else if (held.kind === "list" || held.value !== null) {
      problems.add(held.at, `Expected settings below "${section}"`);
    }
  }
}

function isSetting(name: string): name is SettingName {
  return SETTING_NAMES.some((known) => known === name);
}

function keysOf(section: string): string[] {
  return SETTING_NAMES.filter((name) => name.startsWith(`${section}.`))
    .map((name) => name.slice(section.length + 1));
}

/** The nearest right name: here, or a setting of that name elsewhere. */
function unknown(key: string, known: readonly string[], { suggest }: Problems): string {
  const written = key.toLowerCase().replaceAll("_", "-");
  const elsewhere = SETTING_NAMES.find((name) => name === written || name.endsWith(`.${written}`));
  const nearest = known.includes(written) || elsewhere === undefined
    ? suggest(written, known)
    : ` Did you mean "${elsewhere}"?`;
  return `Unknown key "${key}".${nearest || ` Expected ${known.join(", ")}`}`;
}

function readSetting(
  name: SettingName,
  value: Value,
  reading: Reading,
  layer: { values: Map<SettingName, Given>; words: RuleWord[]; paths: PathRules[] },
): void {
  const { problems, context } = reading;
  const { isUsers, flag, type } = settingOf(name);
  if (isUsers && context.isOfProject) {
    const option = flag?.split(" ").find((word) => word.startsWith("--"));
    problems.add(
      value.at,
      `A project's file may not set "${name}"; ${option} and ~/.mcp-sentinel/config.yaml may`,
    );
  } else if (name === "rules.enable" || name === "rules.disable") {
    const says = name === "rules.enable" ? "on" : "off";
    for (const word of readNames(value, { reading, name, says })) addWord(word, value.at);
  } else if (name === "rules.severity") {
    for (const word of readSeverities(value, { reading, name })) addWord(word, value.at);
  } else if (name === "rules.paths") {
    layer.paths.push(...readPaths(value, reading));
  } else if (type.isList) {
    const items = listOf(value, { name, problems });
    const read = items?.map((item) => readItem(item, { name, reading }));
    if (read?.every((item) => item !== undefined)) {
      layer.values.set(name, { value: read, origin: reading.originAt(value.at) });
    }
  } else {
    const read = readItem(value, { name, reading });
    if (read !== undefined) {
      layer.values.set(name, { value: read, origin: reading.originAt(value.at) });
    }
  }

  function addWord(word: RuleWord, at: number): void {
    const other = layer.words.find((each) =>
      each.name === word.name && each.says !== word.says &&
      [each.says, word.says].every((says) => says === "on" || says === "off")
    );
    if (other) problems.add(at, `"${word.name}" stands in both "enable" and "disable"`);
    layer.words.push(word);
  }
}

/** The items of a list; one text alone is a list of one. */
export function listOf(
  value: Value,
  { name, problems }: { readonly name: string; readonly problems: Problems },
): readonly Value[] | undefined {
  if (value.kind === "scalar" && typeof value.value === "string") return [value];
  if (value.kind !== "list") return problems.add(value.at, `Expected a list for "${name}"`);
  if (value.items.length <= MAX_ITEMS) return value.items;
  return problems.add(value.at, `Expected at most ${MAX_ITEMS} items for "${name}"`);
}

function readItem(
  value: Value,
  { name, reading }: { readonly name: SettingName; readonly reading: Reading },
): unknown {
  const { problems, context } = reading;
  const { type } = settingOf(name);
  const given = value.kind === "scalar" ? value.value : null;
  // A text that says a truth is none in a file.
  const read = given === null || type.kind === "flag" && typeof given !== "boolean"
    ? undefined
    : type.read(given);
  if (read === undefined) {
    const nearest = typeof given === "string" ? problems.suggest(given, type.values ?? []) : "";
    return problems.add(
      value.at,
      `Expected ${type.expected} for "${name}"${type.values ? `.${nearest}` : ""}`,
    );
  }
  if (type.kind === "glob" && !context.isGlob(String(read))) {
    return problems.add(value.at, `Expected ${type.expected} for "${name}"`);
  }
  if (type.kind === "path" && context.isOfProject && leadsOut(String(read))) {
    return problems.add(
      value.at,
      `Expected a path inside the project for "${name}", from the folder of this file, with "/"`,
    );
  }
  return type.kind === "glob" ? below(context.folder, String(read)) : read;
}

/** A glob from the project root for what `glob` covers in `folder`. */
function below(folder: string, glob: string): string {
  if (folder === "") return glob;
  const start = folder.replaceAll(/[\\*?[\]{}()!+@|]/g, "\\$&");
  const rest = glob.replace(/^\.?\//, "");
  return rest.replace(/\/$/, "").includes("/") || glob.startsWith("/")
    ? `${start}/${rest}`
    : `${start}/**/${rest}`;
}

/** Whether a path leaves, or could leave, the folder that it starts in. */
export function leadsOut(path: string): boolean {
  return path.startsWith("/") || path.startsWith("~") || /^[A-Za-z]:/.test(path) ||
    path.includes("\\") || path.includes("\0") || path.split("/").includes("..");
}
