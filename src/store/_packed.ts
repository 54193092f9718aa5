// A text as bytes and back: compressed where that pays, with a sum over its key and itself, so that
// what was damaged, cut or put under another key is never taken for a result.

import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "fflate";

/** Shorter texts grow or stay. */
const COMPRESSED_FROM = 2048;
/** Bytes of a text; none that a scan keeps comes near. */
const MAX_TEXT = 64 * 1024 * 1024;
const SUM_BYTES = 16;
/** Kind of body, its length as text, and the sum. */
const HEAD_BYTES = 1 + 4 + SUM_BYTES;
const PLAIN = 0;
const COMPRESSED = 1;

/** `undefined` for a text that is too long to be kept. */
export function pack(key: string, text: string): Uint8Array | undefined {
  const plain = new TextEncoder().encode(text);
  if (plain.length > MAX_TEXT) return undefined;
  const isLong = plain.length >= COMPRESSED_FROM;
  const body = isLong ? gzipSync(plain, { level: 4, mtime: 0 }) : plain;
  const packed = new Uint8Array(HEAD_BYTES + body.length);
  packed[0] = isLong ? COMPRESSED : PLAIN;
  new DataView(packed.buffer).setUint32(1, plain.length);
  packed.set(sumOf(key, body), HEAD_BYTES - SUM_BYTES);
  packed.set(body, HEAD_BYTES);
  return packed;
}

/** `undefined` for what `pack` did not make of a text with this key. */
export function unpack(key: string, packed: Uint8Array): string | undefined {
  if (packed.length < HEAD_BYTES) return undefined;
  const body = packed.subarray(HEAD_BYTES);
  const sum = packed.subarray(HEAD_BYTES - SUM_BYTES, HEAD_BYTES);
  if (!sumOf(key, body).every((byte, i) => byte === sum[i])) return undefined;
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(1);
  if (length > MAX_TEXT) return undefined;
  try {
    const plain = packed[0] === COMPRESSED
      ? gunzipSync(body, { out: new Uint8Array(length) })
      : body;
    return plain.length === length
      ? new TextDecoder("utf-8", { fatal: true }).decode(plain)
      : undefined;
  } catch {
    // Bytes that are no text of ours.
    return undefined;
  }
}

function sumOf(key: string, body: Uint8Array): Uint8Array {
  return createHash("sha256").update(key).update("\0").update(body).digest().subarray(0, SUM_BYTES);
}
