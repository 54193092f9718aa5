// One target folder, top down. What the default excludes drop is held back until the rest is
// known, since a manifest met later may say that it runs.

import { dirname } from "node:path";
import type { Context } from "../core/mod.ts";
import { configEntryPoints, type EntryPoint, packageEntryPoints } from "./_entry_points.ts";
import { type Finds, skipUnreadable, takeFile } from "./_finds.ts";
import { type Entry, type Filters, isSkipped, list } from "./_list.ts";
import { rescuer } from "./_rescue.ts";
import { sourceSearch } from "./_sources.ts";
import { contextOf } from "./context.ts";
import { kindOf } from "./kinds.ts";

export interface WalkContext {
  readonly filters: Filters;
  readonly finds: Finds;
  /** The absolute project root. */
  readonly root: string;
  readonly onFound?: (count: number) => void;
}

/** Takes in all files below `start` that are to be scanned, and counts the others. */
export async function walk(start: Entry, context: WalkContext): Promise<void> {
  const { filters, finds } = context;
  const holdsSource = sourceSearch(filters);
  const held = new Map<string, Entry>();
  const folders = [start];
  const configurations: Entry[] = [];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const { entries, isVirtualEnvironment, trouble } = await list(folder, filters);
    if (trouble !== undefined) skipUnreadable(finds, { path: folder.path, trouble });
    if (isVirtualEnvironment && folder !== start) {
      held.set(folder.absolute, folder);
      continue;
    }
    for (const entry of entries) {
      if (isSkipped(entry.fate)) finds.skipped.set(entry.path, entry.fate);
      else if (await isHeld(entry, holdsSource)) held.set(entry.absolute, entry);
      else if (entry.isFolder) folders.push(entry);
      else {
        const below = start.path === "" ? entry.path : entry.path.slice(start.path.length + 1);
        takeIncluded({ ...entry, context: contextOf(below) }, context);
        if (kindOf(entry.name) === "json") configurations.push(entry);
      }
    }
    context.onFound?.(finds.files.size);
  }
  for (const { path } of held.values()) finds.skipped.set(path, "excluded");
  const rescue = rescuer(held, filters);
  for (const configuration of configurations) {
    // Where nothing is held back, only a package's entries can still matter: for their context.
    if (held.size === 0 && configuration.name !== "package.json") continue;
    for (const entryPoint of entryPointsOf(configuration, context.root)) {
      markProduct(finds, entryPoint);
      const file = await rescue(entryPoint);
      if (file) takeIncluded({ ...file, context: "product" }, context);
    }
  }
}

/** What a package or a client starts is the product, wherever it stands. */
function markProduct(finds: Finds, entryPoint: EntryPoint): void {
  for (const [path, file] of finds.files) {
    if (entryPoint.includes(file.absolute)) finds.files.set(path, { ...file, context: "product" });
  }
}

async function isHeld(
  entry: Entry,
  holdsSource: (packageRoot: Entry) => Promise<boolean>,
): Promise<boolean> {
  if (entry.fate === "output") return entry.package ? await holdsSource(entry.package) : false;
  return entry.fate === "default";
}

function takeIncluded(file: Entry & { readonly context: Context }, context: WalkContext): void {
  if (context.filters.included(file.path)) takeFile(context.finds, file);
  else context.finds.skipped.set(file.path, "not-included");
}

function entryPointsOf(file: Entry, root: string): readonly EntryPoint[] {
  return file.name === "package.json"
    ? packageEntryPoints(dirname(file.absolute))
    : configEntryPoints(file.absolute, root);
}
