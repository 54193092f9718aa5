// The configurations that lie in the known places of this machine: looked for, never changed.

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
    if (!mayRead(place.absolute)) closed.push(place.absolute);
    else if (!await isFile(place.absolute)) continue;
    else if (await canOpen(place.absolute)) found.push(place);
    else unreadable.push(place.absolute);
  }
  return { found, unreadable, closed, isHomeKnown: homeOf(io) !== undefined };
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
