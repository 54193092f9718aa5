// Files that the user asked for. A report replaces an older one as a whole or not at all where
// the folder may be written; with a grant for the one file only, it is written in place.

import { dirname, resolve } from "node:path";
import { Failure, printable } from "../core/mod.ts";

function mayWrite(path: string): boolean {
  return Deno.permissions.querySync({ name: "write", path }).state === "granted";
}

function unwritable(path: string, option: string, cause?: unknown): Failure {
  const shown = printable(path);
  if (!mayWrite(resolve(path))) {
    return new Failure("output-unwritable", `No permission to write "${shown}" (${option})`, {
      hint: `Add --allow-write=${shown} to the deno command line`,
      cause,
    });
  }
  const reason = cause instanceof Deno.errors.NotFound
    ? "its folder does not exist"
    : cause instanceof Error
    ? printable(cause.message)
    : "it cannot be opened";
  return new Failure("output-unwritable", `Could not write "${shown}" (${option}): ${reason}`, {
    hint: "Name a file in a folder that exists and may be written",
    cause,
  });
}

/** Opens a file to write from its start; the option is named in the message where that fails. */
export function openToWrite(path: string, option: string): Deno.FsFile {
  if (!mayWrite(resolve(path))) throw unwritable(path, option);
  try {
    return Deno.openSync(path, { write: true, create: true, truncate: true });
  } catch (error) {
    throw unwritable(path, option, error);
  }
}

/** Fails early, before a long scan, where a report could not be written in the end. */
export function checkWritable(path: string, option: string): void {
  if (!mayWrite(resolve(path))) throw unwritable(path, option);
  try {
    Deno.openSync(path, { write: true, create: true, append: true }).close();
  } catch (error) {
    throw unwritable(path, option, error);
  }
}

export async function writeWhole(path: string, content: string, option: string): Promise<void> {
  const folder = dirname(resolve(path));
  try {
    if (!mayWrite(folder)) return await Deno.writeTextFile(path, content);
    const temporary = `${resolve(path)}.${Deno.pid}.tmp`;
    try {
      const file = await Deno.open(temporary, { write: true, createNew: true });
      try {
        const bytes = new TextEncoder().encode(content);
        for (let at = 0; at < bytes.length;) at += await file.write(bytes.subarray(at));
        await file.sync();
      } finally {
        file.close();
      }
      await Deno.rename(temporary, path);
    } catch (error) {
      await Deno.remove(temporary).catch(() => {});
      throw error;
    }
  } catch (error) {
    throw unwritable(path, option, error);
  }
}
