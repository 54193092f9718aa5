// Brings back, out of what the default excludes hold, the files that are said to run. The way to
// each leads over listings, so a link, `.gitignore` or `--exclude` on it still counts.

import { dirname, relative, sep } from "node:path";
import type { EntryPoint } from "./_entry_points.ts";
import { type Entry, type Filters, isSkipped, list } from "./_list.ts";

/** `held` goes by absolute path; the answer is the first form of an entry point that is in it. */
export function rescuer(
  held: ReadonlyMap<string, Entry>,
  filters: Filters,
): (entryPoint: EntryPoint) => Promise<Entry | undefined> {
  const listings = new Map<string, ReadonlyMap<string, Entry>>();

  async function entryIn(folder: Entry, name: string): Promise<Entry | undefined> {
    let entries = listings.get(folder.absolute);
    if (!entries) {
      const listing = await list(folder, filters);
      entries = new Map(listing.entries.map((entry) => [entry.name, entry]));
      listings.set(folder.absolute, entries);
    }
    return entries.get(name);
  }

  async function find(absolute: string): Promise<Entry | undefined> {
    let entry = nearestHeld(held, absolute);
    if (!entry) return undefined;
    const way = relative(entry.absolute, absolute);
    for (const name of way === "" ? [] : way.split(sep)) {
      entry = entry.isFolder ? await entryIn(entry, name) : undefined;
      if (!entry || isSkipped(entry.fate)) return undefined;
    }
    return entry.isFolder ? undefined : entry;
  }

  return async (entryPoint) => {
    for (const form of entryPoint) {
      const file = await find(form);
      if (file) return file;
    }
    return undefined;
  };
}

function nearestHeld(held: ReadonlyMap<string, Entry>, absolute: string): Entry | undefined {
  for (let at = absolute; at !== dirname(at); at = dirname(at)) {
    const entry = held.get(at);
    if (entry) return entry;
  }
  return undefined;
}
