// Opens files that may be hostile: the handle is asked what it is, so nothing can be swapped in
// between; a link in the last place is refused, and a pipe cannot make the program wait.
// Synchronous, as a few short calls each take a fraction of what their asynchronous twins cost.

import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { printable } from "../core/mod.ts";

/** Windows has no such flag, and no pipes among its files. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export interface OpenFile {
  /** What the handle says; `read` gives no more than this. */
  readonly size: number;
  /** Up to `limit` bytes from the start. */
  readonly read: (limit: number) => Uint8Array<ArrayBuffer>;
}

/** Runs `use` on a regular file and closes it; `undefined` where the file is of another sort. */
export function withRegularFile<T>(path: string, use: (file: OpenFile) => T): T | undefined {
  const handle = openSync(path, READ_WITHOUT_WAITING);
  try {
    const opened = fstatSync(handle);
    // Not O_NOFOLLOW: where Deno checks permissions, it follows links before it opens.
    const named = lstatSync(path);
    // Nor may a folder on the way have become a link since it was walked.
    const isSame = named.ino === opened.ino && named.dev === opened.dev &&
      Deno.realPathSync(path) === path;
    if (!opened.isFile() || !isSame) return undefined;
    return use({
      size: opened.size,
      read: (limit) => readUpTo(handle, Math.min(limit, opened.size)),
    });
  } finally {
    closeSync(handle);
  }
}

function readUpTo(handle: number, limit: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(limit);
  let length = 0;
  while (length < limit) {
    const got = readSync(handle, bytes, length, limit - length, null);
    if (got === 0) break;
    length += got;
  }
  return bytes.subarray(0, length);
}

/** The UTF-8 text of a small regular file; `undefined` where it is none or cannot be read. */
export function readSmallText(path: string, limit: number): string | undefined {
  try {
    const bytes = withRegularFile(path, (file) => file.size > limit ? undefined : file.read(limit));
    return bytes && new TextDecoder().decode(bytes);
  } catch (error) {
    troubleOf(error);
    return undefined;
  }
}

/** Whether Deno's permissions let `path` be read as things stand; never asks the user. */
export function mayRead(path: string): boolean {
  return Deno.permissions.querySync({ name: "read", path }).state === "granted";
}

const TROUBLES: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "no such file or folder",
  ENOTDIR: "no such file or folder",
  ELOOP: "a symbolic link, or a loop of them",
  ENAMETOOLONG: "path too long",
  EMFILE: "too many open files",
};

export const NOT_ALLOWED = "not allowed by Deno's permissions";

/** What went wrong with a file, in a few words; throws `error` again where that is not the case. */
export function troubleOf(error: unknown): string {
  if (error instanceof Deno.errors.NotCapable) return NOT_ALLOWED;
  const code = codeOf(error);
  if (code === undefined) throw error;
  return TROUBLES[code] ?? `error ${code}`;
}

/** True where the error says that there is nothing of that name. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** A hostile name as a message may show it. */
export function quoted(name: string): string {
  return `"${printable(name)}"`;
}
