// Files out of a zip archive (wheels, Go modules), by its central directory. Links, encryption,
// archives in parts and those beyond 4 GiB are refused.

import { type ArchiveFile, type Bounds, gather, inflate } from "./entries.ts";

const END = { signature: 0x06054b50, size: 22, maxComment: 0xffff };
const ENTRY = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
const STORED = 0;
const DEFLATED = 8;
const IS_ENCRYPTED = 1;
/** The file type in a Unix mode, and the types that are taken; 0: none was stored. */
const TYPE_MASK = 0o170000;
const PLAIN_TYPES = [0, 0o100000, 0o040000];

/** Throws where the archive is broken, hostile or beyond its bounds. */
export function unzip(archive: Uint8Array, bounds: Bounds): readonly ArchiveFile[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  const gathering = gather(bounds);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    expect(view, { at, ...ENTRY });
    const nameLength = view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(
      archive.subarray(at + ENTRY.size, at + ENTRY.size + nameLength),
    );
    const mode = view.getUint32(at + 38, true) >>> 16;
    if (!PLAIN_TYPES.includes(mode & TYPE_MASK)) {
      throw new Error(`"${path}" is neither file nor folder`);
    }
    if (!path.endsWith("/")) {
      gathering.add({ path, content: contentAt(view, { at, left: gathering.left() }) });
    }
    at += ENTRY.size + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return gathering.files;
}

/** The place of the record at the end, which only a comment may follow. */
function endRecord(view: DataView): number {
  const last = view.byteLength - END.size;
  for (let at = last; at >= Math.max(0, last - END.maxComment); at--) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  throw new Error("Not a zip archive");
}

/** What the entry of the central directory at `at` stands for. */
function contentAt(view: DataView, options: { at: number; left: number }): Uint8Array {
  const { at, left } = options;
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const local = view.getUint32(at + 42, true);
  expect(view, { at: local, ...LOCAL });
  const start = local + LOCAL.size + view.getUint16(local + 26, true) +
    view.getUint16(local + 28, true);
  if (flags & IS_ENCRYPTED) throw new Error("An encrypted file is refused");
  if (start + packed > view.byteLength) throw new Error("The archive ends too soon");
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, packed);
  if (method !== STORED && method !== DEFLATED) throw new Error(`Unknown compression ${method}`);
  const limit = Math.min(left, size);
  const content = method === STORED ? bytes.slice() : inflate(bytes, { format: "raw", limit });
  if (content.length !== size) throw new Error("A file is not as long as the archive says");
  return content;
}

function expect(
  view: DataView,
  { at, signature, size }: { at: number; signature: number; size: number },
): void {
  if (at + size > view.byteLength || view.getUint32(at, true) !== signature) {
    throw new Error("The archive is broken");
  }
}
