// The second half of a walk: what manifests and client configurations say will run is the product
// wherever it stands, and it is brought back, with what it imports, from where the default
// excludes hold it. Build output that a program of this tree loads is thus scanned beside its
// source: were it left out, one decoy of a source file could hide all that really runs.

import { basename, dirname, sep } from "node:path";
import type { Context } from "../core/mod.ts";
import {
  configEntryPoints,
  type EntryPoint,
  type EntryPoints,
  packageEntryPoints,
} from "./_entry_points.ts";
import { type Finds, markProduct, tellOfCut, type ToTake } from "./_finds.ts";
import { importsIn, isProgram } from "./_imports.ts";
import type { Entry } from "./_list.ts";
import { quoted, readSmallText } from "./_open.ts";
import { kindOf, tellsProgram } from "./kinds.ts";

/** Entry points in one walk; the repository with the most servers known has two thousand. */
const MAX_ENTRY_POINTS = 10_000;
/** Files whose imports are followed in one walk, and their characters: a fraction of the scan. */
const MAX_FOLLOWED = 20_000;
const MAX_FOLLOWED_LENGTH = 128 * 1024 * 1024;
/** Distinct names that they load; honest ones come to a few a file. */
const MAX_LOADS = 100_000;
/** Bytes; larger files are told of as too large where they are read. */
const MAX_FILE_SIZE = 16 * 1024 * 1024;

/** What the first half of a walk came to. */
export interface Walked {
  /** What was left out by default, by absolute path. */
  readonly held: ReadonlyMap<string, Entry>;
  /** JSON files, package manifests among them. */
  readonly configurations: readonly Entry[];
  /** The paths of what was taken in. */
  readonly taken: readonly string[];
}

export interface StartedContext {
  readonly finds: Finds;
  /** Where the walk started; absolute. */
  readonly start: string;
  /** The absolute project root. */
  readonly root: string;
  /** The file at an absolute path, where it is held and nothing on the way speaks against it. */
  readonly rescue: (absolute: string) => Promise<Entry | undefined>;
  /** Takes a file in, filters permitting. */
  readonly take: (file: ToTake) => void;
}

/** Takes in what is said to run, and what that loads. */
export async function takeStarted(walked: Walked, context: StartedContext): Promise<void> {
  const started = await takeEntryPoints(walked, context);
  if (walked.held.size === 0) return;
  // Into foreign packages only what is said to run may lead, so that no others need be read.
  const isOwnHeld = [...walked.held.values()].some(({ fate, isFolder, name }) =>
    isFolder ? fate === "output" : kindOf(name) !== undefined
  );
  const programs = isOwnHeld ? walked.taken.filter((path) => isProduct(path, context)) : [];
  await follow(new Set(started.concat(programs)), context);
}

function isProduct(path: string, { finds }: StartedContext): boolean {
  return finds.files.get(path)?.context === "product";
}

/** The paths of the files that are said to run. */
async function takeEntryPoints(walked: Walked, context: StartedContext): Promise<string[]> {
  const started: string[] = [];
  let left = MAX_ENTRY_POINTS;
  for (const file of walked.configurations) {
    // Where nothing is held, a client configuration tells at most the kind of an odd name.
    const { entryPoints, isCut } = entryPointsOf(file, context.root);
    for (const entryPoint of entryPoints.slice(0, left)) {
      const path = await takeFirst(entryPoint, { ...context, as: "product" });
      if (path === undefined) continue;
      markProduct(context.finds, path);
      started.push(path);
    }
    if (isCut || entryPoints.length > left) {
      const names = quoted(file.path);
      const message = `Did not look for all files that ${names} names to run: too many`;
      tellOfCut(context.finds, { path: file.path, message });
    }
    left = Math.max(0, left - entryPoints.length);
  }
  return started;
}

function entryPointsOf(file: Entry, root: string): EntryPoints {
  return file.name === "package.json"
    ? packageEntryPoints(dirname(file.absolute))
    : configEntryPoints(file.absolute, root);
}

/** The path of the first form that there is, once it is taken in. */
async function takeFirst(
  { forms, starter }: EntryPoint,
  context: StartedContext & { readonly as: Context },
): Promise<string | undefined> {
  const { finds, root, rescue, take, as } = context;
  const above = root.endsWith(sep) ? root : root + sep;
  for (const absolute of forms) {
    if (!absolute.startsWith(above)) continue;
    const path = absolute.slice(above.length).replaceAll(sep, "/");
    const found = finds.files.get(path);
    const isOdd = starter !== undefined && finds.skipped.get(path) === "unsupported";
    const held = found || isOdd ? undefined : await rescue(absolute);
    if (!found && !isOdd && !held) continue;
    const name = basename(absolute);
    if (found && (starter === undefined || tellsProgram(name))) return path;
    take({ name, path, absolute, context: found?.context ?? as, ...(starter && { starter }) });
    return finds.files.has(path) ? path : undefined;
  }
  return undefined;
}

/** Takes in what the programs at `paths` load, what those load, and so on. */
async function follow(paths: Set<string>, context: StartedContext): Promise<void> {
  const { finds, start } = context;
  const done = new Set<string>();
  let followed = 0;
  let length = 0;
  // A set is walked to its end, what is added on the way included.
  for (const path of paths) {
    const file = finds.files.get(path);
    if (!file || !isProgram(file.kind)) continue;
    const isFull = followed++ === MAX_FOLLOWED || length > MAX_FOLLOWED_LENGTH;
    if (isFull || done.size > MAX_LOADS) {
      const message = "Did not follow the imports of all programs into build output: too many";
      return tellOfCut(finds, { message });
    }
    const text = readSmallText(file.absolute, MAX_FILE_SIZE) ?? "";
    length += text.length;
    const { imports, isCut } = importsIn({ ...file, text }, start);
    if (isCut) {
      const message = `Did not follow all imports of ${quoted(path)}: too many`;
      tellOfCut(finds, { path, message });
    }
    for (const load of imports) {
      const key = `${load.starter ?? ""} ${load.forms[0]}`;
      if (done.has(key)) continue;
      done.add(key);
      const loaded = await takeFirst(load, { ...context, as: file.context });
      if (loaded !== undefined) paths.add(loaded);
    }
  }
}
