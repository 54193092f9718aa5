// What one folder holds, each entry with its fate. Links are never followed, and names are just
// names. Whoever walks keeps the folders to come in a list, so depth costs no stack.

import { sep } from "node:path";
import { hasGrammar, type SkipReason } from "../core/mod.ts";
import { IGNORE_FILE, type IgnoreFile, isIgnored, loadIgnoreFile } from "./_gitignore.ts";
import type { PathTest } from "./_globs.ts";
import { readSmallText, troubleOf } from "./_open.ts";
import { kindOf } from "./kinds.ts";

/** `output` and `default` are excluded too, unless something speaks for them. */
export type Fate = "open" | "output" | "default" | SkipReason;

/** True for a fate that nothing can change. */
export function isSkipped(fate: Fate): fate is SkipReason {
  return fate !== "open" && fate !== "output" && fate !== "default";
}

export interface Entry {
  readonly name: string;
  /** Relative to the project root, with `/`; empty for the root. */
  readonly path: string;
  readonly absolute: string;
  readonly isFolder: boolean;
  readonly fate: Fate;
  /** The `.gitignore` files above; absent where they are not honoured. */
  readonly ignoreFiles?: readonly IgnoreFile[];
  /** The nearest folder above with a package manifest; absent: there is none up to here. */
  readonly package?: Entry;
}

export interface Filters {
  readonly excluded: PathTest;
  readonly included: PathTest;
  /** False lifts the default excludes, `.git` aside. */
  readonly defaults: boolean;
  /** The absolute top level of the user's repository; in another, no `.gitignore` counts. */
  readonly repository?: string;
}

export interface Listing {
  /** Sorted by name. */
  readonly entries: readonly Entry[];
  readonly isVirtualEnvironment: boolean;
  /** Why the folder could not be read. */
  readonly trouble?: string;
}

export const MANIFESTS = ["package.json", "pyproject.toml", "setup.py", "go.mod"] as const;
const GIT_ENTRY = ".git";
const OUTPUT_FOLDERS: ReadonlySet<string> = new Set(["dist", "build", "out"]);
const MODULES_FOLDER = "node_modules";
const GENERATED_FILE = /\.(?:map|min\.[cm]?js)$/i;
const VIRTUAL_ENVIRONMENT_FILE = "pyvenv.cfg";
const MAX_VIRTUAL_ENVIRONMENT_FILE = 64 * 1024;
/** All folders that virtual environments hold; code of one's own would stand in another. */
// deno-fmt-ignore
const VIRTUAL_ENVIRONMENT_FOLDERS: ReadonlySet<string> = new Set([
  "bin", "etc", "include", "Include", "lib", "Lib", "lib64", "man", "Scripts", "share",
]);

/** What `folder` holds; a folder that cannot be read holds nothing, and `trouble` says why. */
export async function list(folder: Entry, filters: Filters): Promise<Listing> {
  let found: Deno.DirEntry[];
  try {
    found = await Array.fromAsync(Deno.readDir(folder.absolute));
  } catch (error) {
    return { entries: [], isVirtualEnvironment: false, trouble: troubleOf(error) };
  }
  const names = new Set(found.map(({ name }) => name));
  const isPackage = !folder.package || MANIFESTS.some((name) => names.has(name));
  const ignoreFiles = ignoreFilesIn(folder, { names, repository: filters.repository });
  const inherited = {
    ...(ignoreFiles && { ignoreFiles }),
    package: isPackage ? folder : folder.package!,
  };
  const [above, aboveAbsolute] = [prefix(folder.path, "/"), prefix(folder.absolute, sep)];
  const entries = found
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .map((entry): Entry => {
      const path = above + entry.name;
      const absolute = aboveAbsolute + entry.name;
      const fate = fateOf(entry, { path, absolute, ignoreFiles, filters });
      return { name: entry.name, path, absolute, isFolder: entry.isDirectory, fate, ...inherited };
    });
  return {
    entries,
    isVirtualEnvironment: filters.defaults && names.has(VIRTUAL_ENVIRONMENT_FILE) &&
      looksMade(entries),
  };
}

/** As for a target, so below it: a repository within the user's hides nothing of itself. */
function ignoreFilesIn(
  folder: Entry,
  options: { readonly names: ReadonlySet<string>; readonly repository: string | undefined },
): Entry["ignoreFiles"] {
  const { names, repository } = options;
  if (names.has(GIT_ENTRY) && folder.absolute !== repository) return undefined;
  const own = folder.ignoreFiles && names.has(IGNORE_FILE)
    ? loadIgnoreFile(folder.absolute)
    : undefined;
  return own ? [...folder.ignoreFiles!, own] : folder.ignoreFiles;
}

/** Its file alone, which may be empty, must not be enough to hide a folder. */
function looksMade(entries: readonly Entry[]): boolean {
  const folders = entries.filter(({ isFolder }) => isFolder).map(({ name }) => name);
  const holdsOne = (...names: string[]) => names.some((name) => folders.includes(name));
  if (!holdsOne("bin", "Scripts") || !holdsOne("lib", "Lib")) return false;
  if (!folders.every((name) => VIRTUAL_ENVIRONMENT_FOLDERS.has(name))) return false;
  if (entries.some(({ name, isFolder }) => !isFolder && isCode(name))) return false;
  const file = entries.find(({ name }) => name === VIRTUAL_ENVIRONMENT_FILE)!;
  const text = readSmallText(file.absolute, MAX_VIRTUAL_ENVIRONMENT_FILE) ?? "";
  return /^[ \t]{0,20}home[ \t]{0,20}=/m.test(text);
}

/** True for a path that leads through a folder of build output or of foreign packages. */
export function isBelowOutput(path: string): boolean {
  return path.split("/").some((name) => OUTPUT_FOLDERS.has(name) || name === MODULES_FOLDER);
}

/** True for the name of a program or notebook. */
export function isCode(name: string): boolean {
  const kind = kindOf(name);
  return kind !== undefined && (hasGrammar(kind) || kind === "notebook");
}

function fateOf(entry: Deno.DirEntry, context: {
  readonly path: string;
  readonly absolute: string;
  readonly ignoreFiles: readonly IgnoreFile[] | undefined;
  readonly filters: Filters;
}): Fate {
  const { path, absolute, ignoreFiles, filters } = context;
  if (entry.name === GIT_ENTRY || filters.excluded(path)) return "excluded";
  if (ignoreFiles && isIgnored(absolute, { files: ignoreFiles, isFolder: entry.isDirectory })) {
    return "ignored";
  }
  if (entry.isSymlink) return "symlink";
  if (!entry.isFile && !entry.isDirectory) return "special";
  if (!filters.defaults) return "open";
  if (entry.isFile) return GENERATED_FILE.test(entry.name) ? "default" : "open";
  if (OUTPUT_FOLDERS.has(entry.name)) return "output";
  return entry.name === MODULES_FOLDER ? "default" : "open";
}

function prefix(folder: string, separator: string): string {
  return folder === "" || folder.endsWith(separator) ? folder : folder + separator;
}
