// The files in an archive, read with bounds and without writing anything. What could leave the
// folder that it is unpacked into, or grow beyond a bound, is refused as a whole.

import { Gunzip, Inflate } from "fflate";

export interface ArchiveFile {
  /** Relative, with `/`, free of `.` and `..`. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface Bounds {
  /** Of all files together; bytes. */
  readonly maxBytes: number;
  readonly maxFiles: number;
}

const MAX_PATH = 400;
/** Bytes handed to the decompressor at once, each of which may come out a thousandfold. */
const STEP = 16 * 1024;

/** What `compressed` comes to; throws as soon as it is more than `limit` bytes. */
export function inflate(
  compressed: Uint8Array,
  options: { readonly format: "gzip" | "raw"; readonly limit: number },
): Uint8Array {
  const stream = options.format === "gzip" ? new Gunzip() : new Inflate();
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  stream.ondata = (part, final) => {
    length += part.length;
    if (length > options.limit) throw new Error(`More than ${options.limit} bytes come out`);
    parts.push(part);
    isWhole ||= final;
  };
  for (let at = 0; at < compressed.length; at += STEP) {
    stream.push(compressed.subarray(at, at + STEP), at + STEP >= compressed.length);
  }
  if (!isWhole) throw new Error("The compressed data ends too soon");
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Gathers the files of one archive and keeps its bounds. */
export interface Gathering {
  readonly files: readonly ArchiveFile[];
  /** How many bytes may still come. */
  left(): number;
  add(file: ArchiveFile): void;
}

/** Refuses a path that is not plain and relative, a second file of a path, and what is too much. */
export function gather({ maxBytes, maxFiles }: Bounds): Gathering {
  const files: ArchiveFile[] = [];
  const paths = new Set<string>();
  let left = maxBytes;
  return {
    files,
    left: () => left,
    add: (file) => {
      checkPath(file.path);
      // Some file systems tell no case, and there the second would overwrite the first.
      const folded = file.path.normalize("NFC").toLowerCase();
      if (paths.has(folded)) throw new Error(`"${file.path}" comes twice`);
      left -= file.content.length;
      if (left < 0) throw new Error(`More than ${maxBytes} bytes come out`);
      if (files.length === maxFiles) throw new Error(`More than ${maxFiles} files`);
      paths.add(folded);
      files.push(file);
    },
  };
}

/** Throws where `path` could lead out of a folder, on any system. */
export function checkPath(path: string): void {
  const names = path.split("/");
  const isPlain = path.length <= MAX_PATH &&
    names.every((name) => name !== "" && name !== "." && name !== ".." && isPlainName(name));
  if (!isPlain) throw new Error(`Not a plain relative path: ${JSON.stringify(path)}`);
}

function isPlainName(name: string): boolean {
  // deno-lint-ignore no-control-regex -- control characters are refused, `:` is a drive or stream
  return !/[\u0000-\u001f\u007f\\:]/.test(name);
}
