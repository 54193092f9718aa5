// tsconfig.json and jsconfig.json: `paths` and `baseUrl`, own or inherited, for the files below.

import { folderOf } from "../paths.ts";
import type { Alias } from "../resolve.ts";
import { fieldOf, isObject, type JsonObject, textField, textsOf } from "./_json.ts";
import { isPattern, moduleTarget, pathWithin } from "./_paths.ts";

type ReadJson = (path: string) => JsonObject | undefined;

/** Files that one extends or refers to, all counted. */
const MAX_EXTENDED = 30;
/** Places that one name may stand for. */
const MAX_TARGETS = 20;

interface Options {
  /** The folder that names start from. */
  readonly base?: string;
  readonly paths?: readonly Alias[];
}

/** Each alias with the folder below which it counts. */
export function tsconfigAliases(path: string, read: ReadJson): readonly [string, Alias][] {
  const config = read(path);
  if (!config) return [];
  const files = [path, ...referred(path, config)];
  return files.flatMap((file) => aliasesOf(file, read));
}

function aliasesOf(file: string, read: ReadJson): readonly [string, Alias][] {
  const folder = folderOf(file);
  const { base, paths = [] } = optionsOf(file, { read, folder, seen: new Set() });
  const aliases = paths.map((alias): [string, Alias] => [folder, alias]);
  // Any name may start there.
  if (base !== undefined) aliases.push([folder, { pattern: "*", targets: [inFolder(base, "*")] }]);
  return aliases;
}

/** Of a file that only refers to others, those beside it; the rest is found in its own folder. */
function referred(path: string, config: JsonObject): readonly string[] {
  const folder = folderOf(path);
  const references = fieldOf(config, "references");
  if (!Array.isArray(references)) return [];
  return references.slice(0, MAX_EXTENDED).flatMap((each: unknown) => {
    const named = textField(each, "path");
    const file = named?.endsWith(".json") ? pathWithin(folder, named) : undefined;
    return file !== undefined && file !== path && folderOf(file) === folder ? [file] : [];
  });
}

interface Reading {
  readonly read: ReadJson;
  /** Of the file that everything is read for: `${configDir}`. */
  readonly folder: string;
  readonly seen: Set<string>;
}

function optionsOf(file: string, reading: Reading): Options {
  if (reading.seen.has(file) || reading.seen.size >= MAX_EXTENDED) return {};
  reading.seen.add(file);
  const config = reading.read(file);
  let options: Options = {};
  for (const name of textsOf(fieldOf(config, "extends"))) {
    const extended = extendedFile(file, { name, read: reading.read });
    if (extended !== undefined) options = { ...options, ...optionsOf(extended, reading) };
  }
  return { ...options, ...ownOptions(file, { config, reading, inherited: options }) };
}

/** Packages that hold nothing but configuration are not looked into. */
function extendedFile(
  file: string,
  { name, read }: { name: string; read: ReadJson },
): string | undefined {
  if (!/^\.{1,2}(?:\/|$)/.test(name)) return undefined;
  const path = pathWithin(folderOf(file), name);
  if (path === undefined) return undefined;
  return [path, `${path}.json`, inFolder(path, "tsconfig.json")].find((each) =>
    each.endsWith(".json") && read(each)
  );
}

function ownOptions(
  file: string,
  { config, reading, inherited }: {
    config: JsonObject | undefined;
    reading: Reading;
    inherited: Options;
  },
): Options {
  const compiler = fieldOf(config, "compilerOptions");
  const from = folderOf(file);
  const place = (folder: string, path: string): string | undefined =>
    path.startsWith("${configDir}")
      ? pathWithin(reading.folder, `.${path.slice("${configDir}".length)}`)
      : pathWithin(folder, path);
  const url = textField(compiler, "baseUrl");
  const base = url === undefined ? undefined : place(from, url);
  const paths = fieldOf(compiler, "paths");
  return {
    ...(base !== undefined && { base }),
    ...(isObject(paths) && {
      paths: Object.entries(paths).flatMap(([pattern, value]) => {
        const targets = textsOf(value).slice(0, MAX_TARGETS).flatMap((target) => {
          const path = place(base ?? inherited.base ?? from, target);
          return path !== undefined && isPattern(path) ? [moduleTarget(path)] : [];
        });
        return isPattern(pattern) && targets.length > 0 ? [{ pattern, targets }] : [];
      }),
    }),
  };
}

function inFolder(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
