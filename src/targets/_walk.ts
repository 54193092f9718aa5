// One target folder, top down. What the default excludes drop is held back until the rest is
// known, since a manifest met later may say that it runs.

import { type Finds, skipUnreadable, takeFile, type ToTake } from "./_finds.ts";
import { type Entry, type Filters, isSkipped, list } from "./_list.ts";
import { rescuer } from "./_rescue.ts";
import { sourceSearch } from "./_sources.ts";
import { takeStarted } from "./_started.ts";
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
  const { filters, finds, root } = context;
  const holdsSource = sourceSearch(filters);
  const held = new Map<string, Entry>();
  const folders = [start];
  const configurations: Entry[] = [];
  const taken: string[] = [];
  const walked = new Set<string>();
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const { entries, isVirtualEnvironment, trouble } = await list(folder, filters);
    if (trouble !== undefined) skipUnreadable(finds, { path: folder.path, trouble });
    if (isVirtualEnvironment && folder !== start) {
      held.set(folder.absolute, folder);
      continue;
    }
    walked.add(folder.absolute);
    for (const entry of entries) {
      if (isSkipped(entry.fate)) finds.skipped.set(entry.path, entry.fate);
      else if (await isHeld(entry, holdsSource)) held.set(entry.absolute, entry);
      else if (entry.isFolder) folders.push(entry);
      else {
        const below = start.path === "" ? entry.path : entry.path.slice(start.path.length + 1);
        takeIncluded({ ...entry, context: contextOf(below) }, context);
        taken.push(entry.path);
        if (kindOf(entry.name) === "json") configurations.push(entry);
      }
    }
    context.onFound?.(finds.files.size);
  }
  for (const { path } of held.values()) finds.skipped.set(path, "excluded");
  await takeStarted({ held, configurations, taken }, {
    finds,
    root,
    start: start.absolute,
    rescue: rescuer({ start: start.absolute, walked, held }, filters),
    take: (file) => takeIncluded(file, context),
  });
}

async function isHeld(
  entry: Entry,
  holdsSource: (packageRoot: Entry) => Promise<boolean>,
): Promise<boolean> {
  if (entry.fate === "output") return entry.package ? await holdsSource(entry.package) : false;
  return entry.fate === "default";
}

function takeIncluded(file: ToTake, context: WalkContext): void {
  if (context.filters.included(file.path)) takeFile(context.finds, file);
  else context.finds.skipped.set(file.path, "not-included");
}
