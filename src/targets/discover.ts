// From targets to files. Every target is checked before anything is read, each skip is counted
// with its reason, and nothing that is found is ever run.

import { basename, dirname } from "node:path";
import type { Diagnostic, SkipReason } from "../core/mod.ts";
import { type Finds, type FoundFile, takeFile } from "./_finds.ts";
import { loadIgnoreFilesAbove } from "./_gitignore.ts";
import { compileGlobs } from "./_globs.ts";
import { type Entry, type Filters, MANIFESTS } from "./_list.ts";
import { gitTop, locate, nearest, pathFrom, type Place, projectRoot } from "./_locate.ts";
import { mayRead } from "./_open.ts";
import { walk } from "./_walk.ts";
import { contextOf } from "./context.ts";

export type { FoundFile };

export interface DiscoverOptions {
  /** Absolute; relative targets start here, and `.gitignore` counts in its repository only. */
  readonly cwd: string;
  /** `--root`: what paths are relative to; must hold every target. */
  readonly root?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** False lifts `.gitignore` files and all default excludes but `.git`. */
  readonly ignore: boolean;
  /** The user trusts the targets, so that their `.gitignore` files count wherever they are. */
  readonly isTrusted?: boolean;
  /** Files that the user says are lists of tools, whatever their names tell. */
  readonly dumps?: readonly string[];
  /** Called as the walk goes on, with the number of files so far. */
  readonly onFound?: (count: number) => void;
}

export interface Discovery {
  /** The absolute project root. */
  readonly root: string;
  /** In code unit order of their paths; none twice. */
  readonly files: readonly FoundFile[];
  /** A folder skipped as a whole counts as one. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** What an exclude or `.gitignore` left out, in code unit order; the first thousand. */
  readonly left: readonly { readonly path: string; readonly reason: SkipReason }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** More would only bury what the user looks for. */
const MAX_LEFT = 1000;

/** Throws a Failure where a target cannot be read, a glob is none, or the root does not fit. */
export async function discover(
  targets: readonly string[],
  options: DiscoverOptions,
): Promise<Discovery> {
  const repository = options.ignore ? await ownRepository(options.cwd) : undefined;
  const filters: Filters = {
    excluded: compileGlobs(options.exclude, "--exclude"),
    included: options.include.length > 0 ? compileGlobs(options.include, "--include") : () => true,
    defaults: options.ignore,
    ...(repository !== undefined && { repository }),
  };
  const located = await locate([...targets, ...options.dumps ?? []], options.cwd);
  const root = await projectRoot(located, options);
  const places = located.slice(0, targets.length);
  const finds: Finds = { files: new Map(), skipped: new Map(), diagnostics: new Map() };
  for (const place of places) {
    if (place.isFolder) {
      const { absolute } = place;
      const trusted = options.ignore && options.isTrusted ? gitTop(absolute) ?? root : repository;
      const start = startEntry(absolute, { root, repository: trusted });
      const own = trusted === undefined ? filters : { ...filters, repository: trusted };
      await walk(start, { ...options, filters: own, finds, root });
    } else takeNamedFile(place, { root, filters, finds });
  }
  for (const { absolute } of located.slice(targets.length)) {
    const path = pathFrom(root, absolute);
    finds.skipped.delete(path);
    finds.files.set(path, { path, absolute, kind: "dump", context: "product" });
  }
  // A folder that one target's walk drops may be another target.
  for (const { absolute, isFolder } of places) {
    if (isFolder) finds.skipped.delete(pathFrom(root, absolute));
  }
  return summary(root, finds);
}

/** The git top level that the user works in: only there may `.gitignore` files hide anything. */
async function ownRepository(cwd: string): Promise<string | undefined> {
  return mayRead(cwd) ? gitTop(await Deno.realPath(cwd)) : undefined;
}

function startEntry(
  absolute: string,
  options: { readonly root: string; readonly repository: string | undefined },
): Entry {
  const { root, repository } = options;
  const entryAt = (folder: string): Entry => ({
    name: basename(folder),
    path: pathFrom(root, folder),
    absolute: folder,
    isFolder: true,
    fate: "open",
    ...(repository !== undefined && (gitTop(folder) ?? root) === repository &&
      { ignoreFiles: loadIgnoreFilesAbove(folder, repository) }),
  });
  const start = entryAt(absolute);
  if (absolute === root) return start;
  const above = nearest(dirname(absolute), { names: MANIFESTS, last: root });
  return above !== undefined && mayRead(above) ? { ...start, package: entryAt(above) } : start;
}

/** The user named it, so of all excludes only `--exclude` counts. */
function takeNamedFile(
  place: Place,
  options: { readonly root: string; readonly filters: Filters; readonly finds: Finds },
): void {
  const { root, filters, finds } = options;
  const { absolute, isSpecial } = place;
  const path = pathFrom(root, absolute);
  if (filters.excluded(path)) finds.skipped.set(path, "excluded");
  else if (isSpecial) finds.skipped.set(path, "special");
  else {
    const name = basename(absolute);
    takeFile(finds, { name, path, absolute, context: contextOf(name) });
  }
}

function summary(root: string, finds: Finds): Discovery {
  const skipped: Partial<Record<SkipReason, number>> = {};
  const left: { path: string; reason: SkipReason }[] = [];
  for (const [path, reason] of finds.skipped) {
    if (finds.files.has(path)) continue;
    skipped[reason] = (skipped[reason] ?? 0) + 1;
    if (reason === "excluded" || reason === "ignored") left.push({ path, reason });
  }
  return {
    root,
    files: [...finds.files.values()].sort(byPath),
    skipped,
    left: left.sort(byPath).slice(0, MAX_LEFT),
    diagnostics: [...finds.diagnostics.values()],
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}
