// A few megabytes that stand for gigabytes.

import { constants, deflateRawSync } from "node:zlib";

/** Gzip of `megabytes` of zeros, made of one piece again and again. */
export function gzipBomb(megabytes: number): Uint8Array {
  const piece = deflateRawSync(new Uint8Array(1024 * 1024), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
  const bytes = new Uint8Array(head.length + piece.length * megabytes + 10);
  bytes.set(head);
  for (let i = 0; i < megabytes; i++) bytes.set(piece, head.length + i * piece.length);
  bytes.set([3, 0], bytes.length - 10);
  return bytes;
}
