// One target folder, top down. What the default excludes drop is held back until the rest is
// known, since a manifest met later may say that it runs.

import { dirname } from "node:path";
import { configEntryPoints, type EntryPoint, packageEntryPoints } from "./_entry_points.ts";
import { type Finds, skipUnreadable, takeFile } from "./_finds.ts";
import { type Entry, type Filters, isSkipped, list } from "./_list.ts";
import { rescuer } from "./_rescue.ts";
import { sourceSearch } from "./_sources.ts";
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
        takeIncluded(entry, context);
        if (kindOf(entry.name) === "json") configurations.push(entry);
      }
    }
    context.onFound?.(finds.files.size);
  }
  for (const { path } of held.values()) finds.skipped.set(path, "excluded");
  if (held.size === 0) return;
  const rescue = rescuer(held, filters);
  for (const configuration of configurations) {
    for (const entryPoint of entryPointsOf(configuration, context.root)) {
      const file = await rescue(entryPoint);
      if (file) takeIncluded(file, context);
    }
  }
}

async function isHeld(
  entry: Entry,
  holdsSource: (packageRoot: Entry) => Promise<boolean>,
): Promise<boolean> {
  if (entry.fate === "output") return entry.package ? await holdsSource(entry.package) : false;
  return entry.fate === "default";
}

function takeIncluded(file: Entry, context: WalkContext): void {
  if (context.filters.included(file.path)) takeFile(context.finds, file);
  else context.finds.skipped.set(file.path, "not-included");
}

function entryPointsOf(file: Entry, root: string): readonly EntryPoint[] {
  return file.name === "package.json"
    ? packageEntryPoints(dirname(file.absolute))
    : configEntryPoints(file.absolute, root);
}
