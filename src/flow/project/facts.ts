// What the project files of a target say that names of modules mean. Only files in folders above
// its code are asked for; a path that leaves the root says nothing, and neither does a file that is
// none of its kind.

import type { Alias, GoModule, ProjectFacts } from "../resolve.ts";
import { folderOf } from "../paths.ts";
import { goModulesOf } from "./_go_mod.ts";
import { type JsonObject, jsonObject } from "./_json.ts";
import { denoAliases, packageAliases } from "./_package.ts";
import { tsconfigAliases } from "./_tsconfig.ts";

/** The text of a file by its path from the root; `undefined` where there is none to be read. */
export type ReadText = (path: string) => string | undefined;

const SCRIPT = /\.[cm]?[jt]sx?$/;
const TSCONFIGS = ["tsconfig.json", "jsconfig.json"];
const DENO_CONFIGS = ["deno.json", "deno.jsonc"];

/** `paths` are those of the files of code. */
export function projectFacts(paths: readonly string[], read: ReadText): ProjectFacts {
  const aliases = new Map<string, Alias[]>();
  const add = (folder: string, alias: Alias): void => {
    const known = aliases.get(folder);
    if (known) known.push(alias);
    else aliases.set(folder, [alias]);
  };
  const readJson = jsonReader(read);
  for (const folder of foldersAbove(paths.filter((path) => SCRIPT.test(path)))) {
    for (const name of TSCONFIGS) {
      for (const [below, alias] of tsconfigAliases(pathIn(folder, name), readJson)) {
        add(below, alias);
      }
    }
    const manifest = readJson(pathIn(folder, "package.json"));
    if (manifest) {
      for (const [below, alias] of packageAliases(folder, manifest)) add(below, alias);
    }
    for (const name of DENO_CONFIGS) {
      const config = readJson(pathIn(folder, name));
      if (config) { for (const [below, alias] of denoAliases(folder, config)) add(below, alias); }
    }
  }
  const goModules: GoModule[] = [];
  for (const folder of foldersAbove(paths.filter((path) => path.endsWith(".go")))) {
    const text = read(pathIn(folder, "go.mod"));
    if (text !== undefined) goModules.push(...goModulesOf(folder, text));
  }
  return { aliases, goModules };
}

/** Each folder that holds a file or a folder on the way to one, once, in order. */
function foldersAbove(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    let folder = folderOf(path);
    while (!folders.has(folder)) {
      folders.add(folder);
      folder = folderOf(folder);
    }
  }
  return [...folders].sort();
}

function pathIn(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** Each file is read and parsed once, however many extend it. */
function jsonReader(read: ReadText): (path: string) => JsonObject | undefined {
  const known = new Map<string, JsonObject | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, jsonObject(read(path) ?? ""));
    return known.get(path);
  };
}
