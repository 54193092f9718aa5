// Targets to files: the story of the walk. Every target is checked before anything is read, each
// skip is counted with its reason, and nothing that is found is ever run.

import { basename } from "node:path";
import type { Diagnostic, FileKind, SkipReason } from "../core/mod.ts";
import { configEntryPoints, type EntryPoint, packageEntryPoints } from "./_entry_points.ts";
import { compileGlobs } from "./_globs.ts";
import type { Entry, Filters } from "./_list.ts";
import { locate, projectRoot } from "./_locate.ts";

export interface DiscoverOptions {
  /** Absolute; relative targets start here, and so does the search for the user's own git. */
  readonly cwd: string;
  /** `--root`: what paths are relative to; must hold every target. */
  readonly root?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** False lifts `.gitignore` files and all default excludes but `.git`. */
  readonly ignore: boolean;
  /** Called as the walk goes on, with the number of files so far. */
  readonly onFound?: (count: number) => void;
}

export interface FoundFile {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly absolute: string;
  readonly kind: FileKind;
}

export interface Discovery {
  /** The absolute project root. */
  readonly root: string;
  /** In code unit order of their paths; none twice. */
  readonly files: readonly FoundFile[];
  /** A folder skipped as a whole counts as one. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws a Failure where a target cannot be read, a glob is none, or the root does not fit. */
export async function discover(
  targets: readonly string[],
  options: DiscoverOptions,
): Promise<Discovery> {
  const filters: Filters = {
    excluded: compileGlobs(options.exclude, "--exclude"),
    included: options.include.length > 0 ? compileGlobs(options.include, "--include") : () => true,
    defaults: options.ignore,
  };
  const places = await locate(targets, options.cwd);
  const root = await projectRoot(places, options);
  const finds = new Finds(options.onFound);
  const walk = walker({ filters, root, finds });
  for (const place of places) {
    if (place.isFolder) await walk(startEntry(place.absolute, { root, ...options }));
    else takeNamedFile(place.absolute, ...);
  }
  return finds.toDiscovery(...)
}
