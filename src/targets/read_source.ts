// Reads one found file: bounded, decoded, and never trusted to still be what the walk saw.

import type { Diagnostic, SkipReason, SourceFile } from "../core/mod.ts";
import { decode } from "./_decode.ts";
import { quoted, troubleOf, withRegularFile } from "./_open.ts";
import { isUnlocked } from "./_lock_files.ts";
import type { FoundFile } from "./discover.ts";

export type ReadResult =
  | { readonly status: "read"; readonly file: SourceFile }
  | {
    readonly status: "skipped";
    readonly reason: SkipReason;
    readonly diagnostic?: Diagnostic;
  };

/** `maxFileSize` counts bytes; a larger file is told of and not read. */
// deno-lint-ignore require-await -- reads synchronously (see _open.ts); callers need not know
export async function readSource(
  file: FoundFile,
  options: { readonly maxFileSize: number },
): Promise<ReadResult> {
  try {
    const result = withRegularFile(file.absolute, ({ size, read }): ReadResult => {
      if (size > options.maxFileSize) return tooLarge(file, { size, limit: options.maxFileSize });
      return decoded(file, read(size));
    });
    return result ?? unreadable(file, "not a regular file");
  } catch (error) {
    return unreadable(file, troubleOf(error));
  }
}

/** What a found file holds in another state of the project; undefined bytes are too many. */
export function sourceOf(
  file: FoundFile,
  { bytes, maxFileSize: limit }: {
    readonly bytes: Uint8Array<ArrayBuffer> | undefined;
    readonly maxFileSize: number;
  },
): ReadResult {
  return bytes ? decoded(file, bytes) : tooLarge(file, { size: limit + 1, limit });
}

function decoded(file: FoundFile, bytes: Uint8Array<ArrayBuffer>): ReadResult {
  const { path, kind, context } = file;
  const text = decode(bytes);
  if (text === undefined) {
    // A file of a kind that rules read: that it hides behind binary data must not go unsaid.
    const message = `Did not analyse ${quoted(path)}: binary data`;
    const diagnostic: Diagnostic = { kind: "unreadable", file: path, message };
    return { status: "skipped", reason: "binary", diagnostic };
  }
  const unlocked = isUnlocked(file) && { unlocked: true as const };
  return { status: "read", file: { path, kind, context, text, ...unlocked } };
}

function tooLarge(file: FoundFile, options: { size: number; limit: number }): ReadResult {
  const [size, limit] = [readableSize(options.size), readableSize(options.limit)];
  const message = `Did not read ${quoted(file.path)}: ${size} is above the limit of ${limit}`;
  const diagnostic: Diagnostic = { kind: "too-large", file: file.path, message };
  return { status: "skipped", reason: "too-large", diagnostic };
}

function unreadable(file: FoundFile, trouble: string): ReadResult {
  const message = `Could not read ${quoted(file.path)}: ${trouble}`;
  const diagnostic: Diagnostic = { kind: "unreadable", file: file.path, message };
  return { status: "skipped", reason: "unreadable", diagnostic };
}

/** `500 MiB`, `1.5 KiB`, `12 bytes`; a size just above a limit must not read like the limit. */
function readableSize(bytes: number): string {
  const UNITS = ["bytes", "KiB", "MiB", "GiB", "TiB"];
  let unit = 0;
  let amount = bytes;
  for (; amount >= 1024 && unit < UNITS.length - 1; unit++) amount /= 1024;
  const shown = Number(amount.toFixed(1));
  return shown === amount ? `${shown} ${UNITS[unit]}` : `${shown} ${UNITS[unit]} (${bytes} bytes)`;
}
