// A log that only grows: whole lines at its end, one write each, by one process at a time. What has
// grown too large is packed away under a number; a note beside it says how the last line was, so
// that lines taken from the end are missed.

import { gzipSync } from "fflate";
import { join } from "node:path";
import { withLock } from "./lock.ts";
import { type Bounds, Damaged, readPacked, TooLarge } from "./packed_file.ts";
import { replaceFile } from "./whole_file.ts";

export interface LogPlace {
  readonly folder: string;
  /** `suppressions`, for `suppressions.log`, `suppressions.000001.log.gz` and their like. */
  readonly name: string;
}

export interface LogOptions extends LogPlace {
  /** Bytes after which a file is packed away. */
  readonly maxBytes: number;
  /** Packed files that are kept; the oldest go first. */
  readonly maxFiles: number;
  readonly hash: (line: string) => string;
}

/** Bytes of one file, packed and not. */
const BOUNDS: Bounds = { packed: 64 * 1024 ** 2, text: 128 * 1024 ** 2 };
const DIGITS = 6;
const NOTE_BYTES = 1000;

/** A line for each of `items`; `format` gets the hash of the line before, if there is one. */
export async function appendToLog<T>(
  options: LogOptions,
  items: readonly T[],
  format: (item: T, previous: string | undefined) => string,
): Promise<void> {
  await withLock(join(options.folder, `${options.name}.lock`), async () => {
    let previous = await lastHash(options);
    for (let at = 0; at < items.length;) {
      await rotate(options);
      const writer = openEnd(logPath(options));
      try {
        const isFull = (): boolean => writer.size() >= options.maxBytes;
        for (let isFirst = true; at < items.length && (isFirst || !isFull()); at++) {
          isFirst = false;
          const line = format(items[at]!, previous);
          writer.write(`${line}\n`);
          previous = options.hash(line);
        }
        writer.sync();
      } finally {
        writer.close();
      }
    }
    if (previous === undefined) return;
    await replaceFile(notePath(options), new TextEncoder().encode(`${previous}\n`));
  });
}

interface Writer {
  readonly size: () => number;
  readonly write: (text: string) => void;
  readonly sync: () => void;
  readonly close: () => void;
}

/** A line that was cut short gets its end first. */
function openEnd(path: string): Writer {
  const file = Deno.openSync(path, { read: true, append: true, create: true, mode: 0o600 });
  let { size } = file.statSync();
  const encoder = new TextEncoder();
  const write = (text: string): void => {
    const bytes = encoder.encode(text);
    for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
    size += bytes.length;
  };
  if (size > 0) {
    const end = new Uint8Array(1);
    file.seekSync(-1, Deno.SeekMode.End);
    file.readSync(end);
    if (end[0] !== 10) write("\n");
  }
  return { size: () => size, write, sync: () => file.syncSync(), close: () => file.close() };
}

/**
 * The hash that the next line has to carry. Where the last line is not the one that was noted, and
 * none before it is, lines are missing, and the noted hash keeps the gap open for all to see.
 */
async function lastHash(options: LogOptions): Promise<string | undefined> {
  const noted = noteOf(options);
  const text = await lastText(options);
  if (text === undefined) return noted;
  const lines = linesOf(text);
  const last = lines.at(-1);
  if (last === undefined) return noted;
  const hash = options.hash(last);
  if (noted === undefined || noted === hash) return hash;
  return lines.some((line) => options.hash(line) === noted) ? hash : noted;
}

/** Of the log, or else of what was packed away last. */
async function lastText(options: LogOptions): Promise<string | undefined> {
  const text = await textOf(logPath(options));
  if (text !== undefined && text !== "") return text;
  const packed = packedFiles(options).at(-1);
  return packed && await textOf(join(options.folder, packed.name));
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

async function rotate(options: LogOptions): Promise<void> {
  const path = logPath(options);
  const size = sizeOf(path);
  if (size === undefined || size < options.maxBytes) return;
  const packed = packedFiles(options);
  const newest = packed.at(-1);
  const number = String((newest?.number ?? 0) + 1).padStart(DIGITS, "0");
  const target = join(options.folder, `${options.name}.${number}.log.gz`);
  // No log of ours: it is kept as it is.
  if (size > BOUNDS.packed) return await Deno.rename(path, target);
  const bytes = gzipSync(await Deno.readFile(path), { level: 6, mtime: 0 });
  // The machine stopped here the last time.
  const isDone = newest !== undefined &&
    isEqual(await Deno.readFile(join(options.folder, newest.name)), bytes);
  if (!isDone) await replaceFile(target, bytes);
  await Deno.remove(path);
  for (const { name } of packed.slice(0, Math.max(0, packed.length + 1 - options.maxFiles))) {
    await Deno.remove(join(options.folder, name));
  }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export interface LogPart {
  readonly name: string;
  readonly path: string;
  /** From 1; `undefined` for the log itself. */
  readonly number: number | undefined;
}

/** The files of the log that are there, the oldest first. */
export function logParts(place: LogPlace): readonly LogPart[] {
  const packed = packedFiles(place).map(({ name, number }) => ({
    name,
    number,
    path: join(place.folder, name),
  }));
  const path = logPath(place);
  if (sizeOf(path) === undefined) return packed;
  return [...packed, { name: `${place.name}.log`, path, number: undefined }];
}

/** The text of a part, with U+FFFD for what is none; throws where it is damaged or too large. */
export function readLogPart({ path }: Pick<LogPart, "path">): Promise<string> {
  return readPacked(path, BOUNDS, { isLenient: true });
}

/** The hash of the last line, as it was noted when that was written. */
export function noteOf(place: LogPlace): string | undefined {
  try {
    if (Deno.statSync(notePath(place)).size > NOTE_BYTES) return undefined;
    const note = Deno.readTextFileSync(notePath(place)).trim();
    return /^[0-9a-f]{64}$/.test(note) ? note : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readLogPart({ path });
  } catch (error) {
    const isUnreadable = error instanceof Damaged || error instanceof TooLarge;
    if (isUnreadable || error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function packedFiles({ folder, name }: LogPlace): readonly { name: string; number: number }[] {
  const found: { name: string; number: number }[] = [];
  for (const entry of entriesOf(folder)) {
    if (!entry.startsWith(`${name}.`) || !entry.endsWith(".log.gz")) continue;
    const digits = entry.slice(name.length + 1, -".log.gz".length);
    if (/^\d{1,9}$/.test(digits)) found.push({ name: entry, number: Number(digits) });
  }
  return found.sort((a, b) => a.number - b.number);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return [...Deno.readDirSync(folder)].flatMap(({ name, isFile }) => isFile ? [name] : []);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function sizeOf(path: string): number | undefined {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function logPath({ folder, name }: LogPlace): string {
  return join(folder, `${name}.log`);
}

function notePath({ folder, name }: LogPlace): string {
  return join(folder, `${name}.head`);
}
