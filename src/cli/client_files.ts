// The configurations that lie in the known places of this machine: looked for, never changed.

import { join } from "node:path";
import { kindOfPath, readSource } from "../targets/mod.ts";
import { type ClientFile, clientFile } from "../mcp/mod.ts";
import { type ClientPlace, clientPlaces, homeOf } from "./client_places.ts";
import type { Io } from "./io.ts";

export interface ClientSearch {
  /** In the order of the table; a file that several clients read stands once for each. */
  readonly found: readonly ClientPlace[];
  /** Files that lie there and that this user may not read. */
  readonly unreadable: readonly string[];
  /** Places that Deno's permissions keep closed, so that nobody knows what is there. */
  readonly closed: readonly string[];
  readonly isHomeKnown: boolean;
}

/** Which places hold a file; links are followed, as the clients do. */
export async function findClientFiles(io: Io): Promise<ClientSearch> {
  const found: ClientPlace[] = [];
  const unreadable: string[] = [];
  const closed: string[] = [];
  for (const place of clientPlaces(io)) {
    if (!mayRead(place.absolute)) {
      if (!closed.includes(place.absolute)) closed.push(place.absolute);
      continue;
    }
    for (const each of filesOf(place)) {
      if (!await isFile(each.absolute)) continue;
      if (await canOpen(each.absolute)) found.push(each);
      else unreadable.push(each.absolute);
    }
  }
  return { found, unreadable, closed, isHomeKnown: homeOf(io) !== undefined };
}

/** Profiles, extensions or agents of one folder; real ones have a few dozen. */
const MAX_NAMES = 500;
/** Places that one row of the table stands for. */
const MAX_PLACES = 2_000;

/** The places that a row with names to be filled in stands for, by name; others as they are. */
function filesOf({ names = [], ...place }: ClientPlace): readonly ClientPlace[] {
  let folders = [place.absolute];
  for (const name of names) {
    const next = folders.flatMap((folder) =>
      name.includes("*")
        ? namesIn(folder).filter((own) => fits(own, name)).map((own) => join(folder, own))
        : [join(folder, name)]
    );
    folders = next.slice(0, MAX_PLACES);
  }
  return folders.map((absolute) => ({ ...place, absolute }));
}

function namesIn(folder: string): string[] {
  try {
    const names = Deno.readDirSync(folder).map(({ name }) => name).take(MAX_NAMES).toArray();
    return names.sort();
  } catch {
    // No such folder, or closed to this user: nobody keeps anything there that could be told.
    return [];
  }
}

/** Whether a name is as a pattern with one `*` says. */
function fits(name: string, pattern: string): boolean {
  const [before = "", after = ""] = pattern.split("*");
  return name.length >= before.length + after.length && name.startsWith(before) &&
    name.endsWith(after);
}

function mayRead(path: string): boolean {
  return Deno.permissions.querySync({ name: "read", path }).state === "granted";
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    // Missing, or in a folder that is closed to this user.
    return false;
  }
}

async function canOpen(path: string): Promise<boolean> {
  try {
    (await Deno.open(path)).close();
    return true;
  } catch {
    return false;
  }
}

export type ReadClientFile =
  | { readonly status: "read"; readonly file: ClientFile }
  | { readonly status: "unreadable"; readonly message: string };

/** What a configuration says; `maxFileSize` counts bytes. */
export async function readClientFile(
  { absolute }: ClientPlace,
  { maxFileSize }: { readonly maxFileSize: number },
): Promise<ReadClientFile> {
  const unreadable = (message: string): ReadClientFile => ({ status: "unreadable", message });
  const kind = kindOfPath(absolute.replaceAll("\\", "/"));
  if (kind === undefined) return unreadable("No kind of file that is read");
  let real: string;
  try {
    real = await Deno.realPath(absolute);
  } catch {
    return unreadable("Not allowed, or gone");
  }
  const file = { path: real, absolute: real, kind, context: "product" as const };
  const result = await readSource(file, { maxFileSize });
  if (result.status === "skipped") {
    return unreadable(result.diagnostic?.message ?? "Could not read the file");
  }
  return { status: "read", file: clientFile(result.file) };
}
