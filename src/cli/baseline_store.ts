// Baselines on disk: a file that the user names, or one a project below `~/.mcp-sentinel`. Written
// as a whole, by one process at a time; read within bounds, and nothing of it is believed unchecked.

import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { Failure, printable } from "../core/mod.ts";
import {
  Damaged,
  indexBaseline,
  type Indexed,
  type IndexOptions,
  isGzip,
  listBaselines,
  Locked,
  packedFor,
  readPacked,
  TooLarge,
  withLock,
} from "../store/mod.ts";
import type { Baseline, BaselineMetadata } from "../triage/mod.ts";
import type { Io } from "./io.ts";
import { writeWhole } from "./output.ts";
import { makeFolder, stateFolder } from "./state_folder.ts";
import { whyUnread } from "./why_unread.ts";

/** Bytes of a baseline, packed and unpacked; one of 100,000 findings has some 50 MiB. */
const BOUNDS = { packed: 64 * 1024 ** 2, text: 192 * 1024 ** 2 };
const HOW_TO_SAVE = "mcp-sentinel scan --save-baseline writes one";
/** Bytes that tell a baseline from other files. */
const START_BYTES = 64;

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The folder of all saved baselines. */
export function baselineFolder(io: Io): string {
  const folder = stateFolder(io, "baselines");
  if (folder !== undefined) return folder;
  throw new Failure("usage", "No home folder is known, so there is no place for baselines", {
    hint: "Name a file with --baseline-file, or set HOME (--allow-env=HOME)",
  });
}

/** Where the baseline of a project is. */
export function homeFile(io: Io, project: string): string {
  return join(baselineFolder(io), `${digest(project).slice(0, 32)}_baseline.json.gz`);
}

/** The first file that is there, or else the first of all. */
export function firstThere(paths: readonly string[]): string {
  return paths.find((path) => {
    try {
      return Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  }) ?? paths[0]!;
}

/** Fails where there is none, or none that can be read; `shown` is how messages name it. */
export async function loadBaseline(path: string, shown: string): Promise<Baseline> {
  const text = await readText(path, shown);
  const { readBaseline } = await import("../triage/mod.ts");
  const read = readBaseline(text);
  if (!("message" in read)) return read;
  throw new Failure(
    "malformed-baseline",
    `${shown}:${read.line}:${read.column}: ${read.message}`,
    { hint: "Nothing was written. Put the file back, or save a new one with --save-baseline" },
  );
}

async function readText(path: string, shown: string): Promise<string> {
  try {
    return await readPacked(path, BOUNDS);
  } catch (cause) {
    throw new Failure(
      "malformed-baseline",
      `Could not read the baseline "${printable(shown)}": ${reasonOf(cause)}`,
      { hint: HOW_TO_SAVE, cause },
    );
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof TooLarge || cause instanceof Damaged) return cause.message;
  return whyUnread(cause, "there is none");
}

export interface Saving {
  /** As messages name the file. */
  readonly shown: string;
  /** As messages name what asked for it. */
  readonly option: string;
  /** Whether another baseline may be there already. */
  readonly isReplacing?: boolean;
}

/** Writes it as a whole; another process that saves waits, and one of the two wins. */
export async function saveBaseline(
  io: Io,
  { path, baseline }: { readonly path: string; readonly baseline: Baseline },
  { shown, option, isReplacing = true }: Saving,
): Promise<void> {
  const { formatBaseline, metadataOf } = await import("../triage/mod.ts");
  const content = packedFor(path, formatBaseline(baseline));
  const isHome = isInHome(io, path);
  if (isHome) tryToMakeFolder(dirname(path));
  await whileLocked(path, shown, async () => {
    checkReplaceable(path, { shown, isReplacing });
    await writeWhole(path, content, option);
    if (isHome) await indexBaseline(basename(path), metadataOf(baseline), await indexOf(io));
  });
}

/** Takes away the file; the index follows. */
export async function deleteBaseline(io: Io, path: string): Promise<void> {
  await whileLocked(path, path, async () => {
    try {
      await Deno.remove(path);
    } catch (cause) {
      throw new Failure(
        "output-unwritable",
        `Could not delete the baseline "${printable(path)}": ${reasonOf(cause)}`,
        { hint: "Check who may write in its folder", cause },
      );
    }
  });
  await listBaselines(await indexOf(io));
}

/** Every saved baseline; one that cannot be read says why. */
export async function savedBaselines(io: Io): Promise<readonly Indexed<BaselineMetadata>[]> {
  const options = await indexOf(io);
  try {
    return await listBaselines(options);
  } catch (cause) {
    throw new Failure(
      "malformed-baseline",
      `Could not read "${printable(options.folder)}": ${reasonOf(cause)}`,
      { hint: `Let it be read, with --allow-read=${options.folder} say`, cause },
    );
  }
}

async function indexOf(io: Io): Promise<IndexOptions<BaselineMetadata>> {
  const { isBaselineMetadata, metadataOf } = await import("../triage/mod.ts");
  return {
    folder: baselineFolder(io),
    describe: async (path) => metadataOf(await loadBaseline(path, basename(path))),
    isDescription: isBaselineMetadata,
    onStuck: io.onStuck,
  };
}

/** Where that fails, the write says what is wrong. */
function tryToMakeFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch {
    // A file stands in its place, or the disk takes no writes.
  }
}

function isInHome(io: Io, path: string): boolean {
  const folder = stateFolder(io, "baselines");
  return folder !== undefined && dirname(path) === folder;
}

async function whileLocked(path: string, shown: string, work: () => Promise<void>): Promise<void> {
  try {
    await withLock(`${resolve(path)}.lock`, work);
  } catch (cause) {
    if (!(cause instanceof Locked)) throw cause;
    throw new Failure(
      "output-unwritable",
      `Could not save the baseline "${printable(shown)}": ${cause.message}`,
      { hint: "Nothing was written. Save again when the other process is done", cause },
    );
  }
}

function mayRead(path: string): boolean {
  return Deno.permissions.querySync({ name: "read", path }).state === "granted";
}

/** A slip in an option's value must not cost a file that is no baseline. */
function checkReplaceable(
  path: string,
  { shown, isReplacing }: { readonly shown: string; readonly isReplacing: boolean },
): void {
  const start = startOf(path);
  if (start === undefined || start.length === 0) return;
  const isOurs = isGzip(start) || /^\s*\{\s*"format"/.test(new TextDecoder().decode(start));
  if (isOurs && isReplacing) return;
  const what = isOurs ? "There is a baseline already" : "This is a file, and no baseline";
  throw new Failure("usage", `${what}: "${printable(shown)}"`, {
    hint: isOurs ? "--force puts another in its place" : "Nothing was written. Name another file",
  });
}

/** The first bytes; `undefined` where there is no file, or none that may be looked at. */
function startOf(path: string): Uint8Array | undefined {
  if (!mayRead(path)) return undefined;
  try {
    if (!Deno.statSync(path).isFile) return undefined;
    const file = Deno.openSync(path);
    try {
      const start = new Uint8Array(START_BYTES);
      return start.subarray(0, file.readSync(start) ?? 0);
    } finally {
      file.close();
    }
  } catch {
    return undefined;
  }
}
