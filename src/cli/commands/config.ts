// `config`: the settings that hold, and where each comes from; the schema for editors.

import { Argument, type Command } from "@commander-js/extra-typings";
import {
  configSchema,
  type Effective,
  EMPTY_LAYER,
  type Origin,
  originText,
  SETTING_NAMES,
  type SettingName,
  settingOf,
} from "../../config/mod.ts";
import { FAMILIES, printable } from "../../core/mod.ts";
import { ALL_RULES } from "../../detectors/mod.ts";
import { safeJson } from "../../report/mod.ts";
import { checkWords, type Configuration, loadConfiguration } from "../configuration.ts";
import { loadRules } from "../custom_rules.ts";
import type { Io } from "../io.ts";
import { choice, path } from "../options.ts";

const EXAMPLES = `
Examples:
  mcp-sentinel config show                     what holds for a scan of the current folder
  mcp-sentinel config show --origin server/    with the place that each value comes from
  mcp-sentinel config show --config ci.yaml -o json
  mcp-sentinel config schema > .mcp-sentinel.schema.json
`;

export function addConfigCommand(program: Command, { io }: { io: Io }): void {
  const config = program.command("config")
    .description("Show the settings that hold, and their schema")
    .helpCommand(false)
    .addHelpText("after", EXAMPLES);
  config.command("show")
    .description("Show every setting as it holds for a target; fails where a file is not right")
    .addArgument(new Argument("[target]", "folder or file (default: the current folder)"))
    .option("--origin", "also tell which file and line, variable or default it comes from")
    .addOption(
      choice("-o, --output <format>", "format", ["term", "json"]).default("term" as const),
    )
    .option("--config <file>", "take settings from this file, as `scan` does", path)
    .option("--root <dir>", "the project root, as for `scan`", path)
    .option("--trust-target", "let settings count that stand in a target of others")
    .addHelpText("after", EXAMPLES)
    .action(async (target = ".", { origin, output, ...asked }) => {
      const configuration = await loadConfiguration(io, {
        ...asked,
        targets: [target],
        isTrusted: asked.trustTarget === true,
      }, EMPTY_LAYER);
      const { effective, notes } = configuration;
      const paths = effective.values.get("rules.files")?.value as string[] | undefined;
      const own = await loadRules(io, paths ?? []);
      checkWords(io, effective, [...ALL_RULES, ...own.rules]);
      for (const { file, line, message } of notes) {
        io.writeError(`note: ${printable(`${file}:${line}: ${message}`)}\n`);
      }
      await io.writeOut(
        output === "json"
          ? settingsJson(configuration)
          : settingsTable(effective, { withOrigin: origin === true }),
      );
    });
  config.command("schema")
    .description("Print the JSON Schema of files of settings")
    .action(async () => {
      await io.writeOut(schemaText());
    });
}

/** The published schema. */
export function schemaText(): string {
  const rules = ALL_RULES.map(({ id }) => id);
  return `${JSON.stringify(configSchema({ rules, families: FAMILIES }), null, 2)}\n`;
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly origin: Origin;
}

const DEFAULT: Origin = { from: "default" };

function rowsOf({ values, words, paths }: Effective): Row[] {
  return SETTING_NAMES.flatMap((name): Row[] => {
    if (name === "rules.paths") {
      return paths.flatMap(({ globs, words }) =>
        words.map(({ name: rule, says, origin }) => ({
          name,
          value: `${globs.join(", ")}: ${rule} ${says}`,
          origin,
        }))
      );
    }
    if (name === "rules.severity") {
      return words.filter(({ says }) => says !== "on" && says !== "off")
        .map(({ name: rule, says, origin }) => ({ name, value: `${rule} ${says}`, origin }));
    }
    if (name === "rules.enable" || name === "rules.disable") {
      const wanted = name === "rules.enable" ? "on" : "off";
      return words.filter(({ says }) => says === wanted)
        .map(({ name: rule, origin }) => ({ name, value: rule, origin }));
    }
    const given = values.get(name);
    const value = given ? given.value : settingOf(name).default;
    return [{ name, value: textOf(name, value), origin: given?.origin ?? DEFAULT }];
  });
}

function textOf(name: SettingName, value: unknown): string {
  const { type, shown } = settingOf(name);
  if (value === undefined) return shown === undefined ? "-" : `(${shown})`;
  if (Array.isArray(value)) return value.join(", ");
  return type.text?.(value) ?? String(value);
}

function settingsTable(
  effective: Effective,
  { withOrigin }: { readonly withOrigin: boolean },
): string {
  const rows = rowsOf(effective).map(({ name, value, origin }) => ({
    name,
    value: printable(value),
    place: printable(originText(origin)),
  }));
  const [name, value] = (["name", "value"] as const).map((key) =>
    Math.max(...rows.map((row) => row[key].length))
  );
  return rows.map((row) =>
    withOrigin
      ? `${row.name.padEnd(name!)}  ${row.value.padEnd(value!)}  ${row.place}\n`
      : `${row.name.padEnd(name!)}  ${row.value}\n`
  ).join("");
}

function settingsJson({ effective, shownFiles }: Configuration): string {
  const { values, words, paths } = effective;
  const rulesJson = (all: typeof words) =>
    all.map(({ name, says, origin }) => ({ name, says, origin }));
  return safeJson({
    files: shownFiles,
    settings: SETTING_NAMES.filter((name) => !isOfRules(name)).map((name) => {
      const given = values.get(name);
      return {
        name,
        value: (given ? given.value : settingOf(name).default) ?? null,
        origin: given?.origin ?? DEFAULT,
      };
    }),
    rules: rulesJson(words),
    paths: paths.map(({ globs, folder, words, origin }) => ({
      folder,
      globs,
      rules: rulesJson(words),
      origin,
    })),
  });
}

function isOfRules(name: SettingName): boolean {
  const { kind } = settingOf(name).type;
  return kind === "own" || kind === "rule";
}
