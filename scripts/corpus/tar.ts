// Files out of a gzipped tar archive: plain files and folders, in the ustar form with the long
// names of pax and GNU. Links, devices and everything else are refused.

import { type ArchiveFile, type Bounds, gather, inflate } from "./entries.ts";

const BLOCK = 512;
/** Of headers and padding, beside the files themselves. */
const BYTES_A_FILE = 4 * BLOCK;

/** Throws where the archive is broken, hostile or beyond its bounds. */
export function untar(archive: Uint8Array, bounds: Bounds): readonly ArchiveFile[] {
  const limit = bounds.maxBytes + bounds.maxFiles * BYTES_A_FILE;
  const tar = inflate(archive, { format: "gzip", limit });
  const gathering = gather(bounds);
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    checkSum(header);
    const size = octal(header, { from: 124, to: 136 });
    const content = tar.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) throw new Error("The archive ends too soon");
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const type = String.fromCharCode(header[156]!);
    if (type === "x") longName = paxPath(content) ?? longName;
    else if (type === "L") longName = text(content);
    else if (type !== "g") {
      const path = longName ?? nameOf(header);
      longName = undefined;
      if (type === "0" || type === "\0") gathering.add({ path, content: content.slice() });
      else if (type !== "5") throw new Error(`"${path}" is neither file nor folder (${type})`);
    }
  }
  return gathering.files;
}

function nameOf(header: Uint8Array): string {
  const name = text(header.subarray(0, 100));
  const isUstar = text(header.subarray(257, 262)) === "ustar";
  const prefix = isUstar ? text(header.subarray(345, 500)) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** Records of `length key=value\n`; a size of its own is refused, as no file here needs one. */
function paxPath(content: Uint8Array): string | undefined {
  let path: string | undefined;
  for (let at = 0; at < content.length;) {
    const blank = content.indexOf(0x20, at);
    const length = Number(text(content.subarray(at, Math.max(at, blank))));
    const isRecord = Number.isInteger(length) && blank > at && length > blank - at + 1;
    if (!isRecord || at + length > content.length) throw new Error("A pax record is broken");
    const record = text(content.subarray(blank + 1, at + length - 1));
    const [key] = record.split("=", 1);
    if (key === "path") path = record.slice("path=".length);
    if (key === "size" || key === "linkpath") throw new Error(`The pax record ${key} is refused`);
    at += length;
  }
  return path;
}

function checkSum(header: Uint8Array): void {
  const expected = octal(header, { from: 148, to: 156 });
  const sum = header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
  if (sum !== expected) throw new Error("A header of the archive is broken");
}

function octal(header: Uint8Array, { from, to }: { from: number; to: number }): number {
  const digits = text(header.subarray(from, to)).trim();
  if (!/^[0-7]{1,11}$/.test(digits)) throw new Error("A number in the archive is broken");
  return parseInt(digits, 8);
}

/** Up to the first zero. */
function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
