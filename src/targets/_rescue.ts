// Brings files back out of what the default excludes hold. The way to each leads over listings,
// so a link, `.gitignore` or `--exclude` on it still counts.

import { relative, sep } from "node:path";
import { type Entry, type Filters, isSkipped, list } from "./_list.ts";

/** Where a walk started, where it went, and what it left out by default; all absolute. */
export interface Grounds {
  readonly start: string;
  readonly walked: ReadonlySet<string>;
  readonly held: ReadonlyMap<string, Entry>;
}

/** Answers with the file at an absolute path, where it is held. */
export function rescuer(
  grounds: Grounds,
  filters: Filters,
): (absolute: string) => Promise<Entry | undefined> {
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

  return async (absolute) => {
    let entry = heldOnWay(absolute, grounds);
    if (!entry) return undefined;
    const way = relative(entry.absolute, absolute);
    for (const name of way === "" ? [] : way.split(sep)) {
      entry = entry.isFolder ? await entryIn(entry, name) : undefined;
      if (!entry || isSkipped(entry.fate)) return undefined;
    }
    return entry.isFolder ? undefined : entry;
  };
}

/** From the top down, so that a way that leads nowhere ends soon, however long it is. */
function heldOnWay(absolute: string, { start, walked, held }: Grounds): Entry | undefined {
  if (!absolute.startsWith(start)) return undefined;
  for (
    let end = absolute.indexOf(sep, start.length);
    end >= 0;
    end = absolute.indexOf(sep, end + 1)
  ) {
    const folder = absolute.slice(0, end);
    const entry = held.get(folder);
    if (entry) return entry;
    if (!walked.has(folder)) return undefined;
  }
  return held.get(absolute);
}
