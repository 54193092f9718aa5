// Texts that may be compressed, read within bounds: a few kilobytes can stand for gigabytes.

import { gzipSync } from "fflate";

/** The file, or what it unpacks to, is larger than it may be. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** No gzip, or no text: damaged, or cut short. */
export class Damaged extends Error {
  override readonly name = "Damaged";
}

export interface Bounds {
  /** Bytes of the file. */
  readonly packed: number;
  /** Bytes of the text. */
  readonly text: number;
}

/**
 * The text of a file, unpacked where it is gzip. Throws what opening it throws, too. With
 * `isLenient`, bytes that are no text become U+FFFD.
 */
export async function readPacked(
  path: string,
  bounds: Bounds,
  { isLenient = false }: { readonly isLenient?: boolean } = {},
): Promise<string> {
  const { isFile, size } = await Deno.stat(path);
  if (!isFile) throw new Error("it is no file");
  if (size > bounds.packed) throw new TooLarge("it is too large");
  const bytes = await Deno.readFile(path);
  try {
    const content = isGzip(bytes) ? await unpacked(bytes, bounds.text) : bytes;
    return new TextDecoder("utf-8", { fatal: !isLenient }).decode(content);
  } catch (cause) {
    if (cause instanceof TypeError) throw new Damaged("it is damaged, or cut short", { cause });
    throw cause;
  }
}

/** `text` as bytes, compressed for a path that ends in `.gz`; the same bytes each time. */
export function packedFor(path: string, text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return path.endsWith(".gz") ? gzipSync(bytes, { level: 6, mtime: 0 }) : bytes;
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Bytes given at once: what they unpack to comes at once, up to a thousand times as much. */
const PIECE_BYTES = 16 * 1024;

/** Stops at the limit. */
async function unpacked(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let next = 0;
  const pieces = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (next >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(next, next += PIECE_BYTES));
    },
  });
  const stream = pieces.pipeThrough(new DecompressionStream("gzip"));
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > limit) throw new TooLarge("it is too large");
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
