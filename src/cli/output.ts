// Files that the user asked for. A report replaces an older one as a whole or not at all where
// the folder may be written; with a grant for the one file only, it is written in place.

import { dirname, resolve } from "node:path";
import { Failure, printable } from "../core/mod.ts";
import { replaceFile } from "../store/mod.ts";

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
    // A file that was not there is gone again, so that no scan meets it and no failure leaves it.
    Deno.openSync(path, { write: true, createNew: true }).close();
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw unwritable(path, option, error);
    checkAppendable(path, option);
  }
}

function checkAppendable(path: string, option: string): void {
  try {
    Deno.openSync(path, { append: true }).close();
  } catch (error) {
    throw unwritable(path, option, error);
  }
}

/** False for what is no file of its own, such as `/dev/stdout` or a link: it must stay what it is. */
function isReplaceable(path: string): boolean {
  const { state } = Deno.permissions.querySync({ name: "read", path: resolve(path) });
  if (state !== "granted") return true;
  try {
    return Deno.lstatSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return true;
    throw error;
  }
}

export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  option: string,
): Promise<void> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const folder = dirname(resolve(path));
  try {
    if (!mayWrite(folder) || !isReplaceable(path)) return await Deno.writeFile(path, bytes);
    await replaceFile(resolve(path), bytes);
  } catch (error) {
    throw unwritable(path, option, error);
  }
}
