// From what the user typed to checked places and the project root. Nothing is touched that Deno's
// permissions do not already allow, so the program never asks.

import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { Failure, printable } from "../core/mod.ts";
import { isMissing, mayRead, NOT_ALLOWED, quoted, troubleOf, withRegularFile } from "./_open.ts";

/** A target that exists and can be read, its links resolved. */
export interface Place {
  readonly absolute: string;
  readonly isFolder: boolean;
  /** Neither folder nor file: a device, pipe or socket. */
  readonly isSpecial: boolean;
}

/** A target that cannot be scanned, and why. */
interface Fault {
  readonly target: string;
  readonly trouble: string;
  readonly isMissing?: boolean;
  /** What `--allow-read` would have to name. */
  readonly forbidden?: string;
}

/** Throws one Failure that tells of every target at fault. */
export async function locate(targets: readonly string[], cwd: string): Promise<readonly Place[]> {
  const checked = await Promise.all(targets.map((target) => check(target, cwd)));
  const faults = checked.filter((one) => "trouble" in one);
  if (faults.length > 0) throw failureFor(faults);
  return checked.filter((one) => "absolute" in one);
}

async function check(target: string, cwd: string): Promise<Place | Fault> {
  const named = resolve(cwd, target);
  if (!mayRead(named)) return { target, trouble: NOT_ALLOWED, forbidden: named };
  try {
    const absolute = await Deno.realPath(named);
    if (!mayRead(absolute)) return { target, trouble: NOT_ALLOWED, forbidden: absolute };
    const { isDirectory, isFile } = await Deno.lstat(absolute);
    if (isDirectory) await tryFolder(absolute);
    if (isFile) tryFile(absolute);
    return { absolute, isFolder: isDirectory, isSpecial: !isDirectory && !isFile };
  } catch (error) {
    return { target, trouble: troubleOf(error), isMissing: isMissing(error) };
  }
}

/** Throws where the first entry cannot be read. */
async function tryFolder(path: string): Promise<void> {
  await Deno.readDir(path)[Symbol.asyncIterator]().next();
}

/** Throws where the file cannot be opened. */
function tryFile(path: string): void {
  withRegularFile(path, () => undefined);
}

function failureFor(faults: readonly Fault[]): Failure {
  const told = faults.map(({ target, trouble }) => `${quoted(target)}: ${trouble}`);
  const forbidden = faults.flatMap((fault) => fault.forbidden ?? []);
  const hint = forbidden.length > 0
    ? `Add --allow-read=${printable(forbidden.join(","))}`
    : "Name files or folders that exist and that you may read";
  const kind = faults.some((fault) => fault.isMissing) ? "target-missing" : "target-unreadable";
  return new Failure(kind, `Could not read ${told.join(", ")}`, { hint });
}

/** `--root` if given, else the deepest folder that holds the git top level of every target. */
export async function projectRoot(
  places: readonly Place[],
  options: { readonly cwd: string; readonly root?: string },
): Promise<string> {
  if (options.root !== undefined) return await givenRoot(options.root, { ...options, places });
  const roots = places.map(folderOf).map((folder) => gitTop(folder) ?? folder);
  return roots.reduce(commonAncestor, roots[0] ?? options.cwd);
}

async function givenRoot(
  root: string,
  options: { readonly cwd: string; readonly places: readonly Place[] },
): Promise<string> {
  const place = await check(root, options.cwd);
  if ("trouble" in place || !place.isFolder) {
    const trouble = "trouble" in place ? place.trouble : "a file";
    throw new Failure("usage", `Expected a folder for --root, got ${quoted(root)}: ${trouble}`);
  }
  const outside = options.places.filter(({ absolute }) => !isInside(place.absolute, absolute));
  if (outside.length > 0) {
    const names = outside.map(({ absolute }) => quoted(absolute)).join(", ");
    throw new Failure("usage", `Expected --root to hold every target, but not in it: ${names}`, {
      hint: "Name a folder above all targets, or leave --root out",
    });
  }
  return place.absolute;
}

/** The nearest folder from `folder` upwards that holds `.git`, as far as it may be read. */
export function gitTop(folder: string): string | undefined {
  return nearest(folder, { names: [".git"] });
}

/** The nearest folder from `folder` up to `last` that holds one of `names`. */
export function nearest(
  folder: string,
  options: { readonly names: readonly string[]; readonly last?: string },
): string | undefined {
  for (let at = folder;; at = dirname(at)) {
    const paths = options.names.map((name) => join(at, name));
    if (!paths.every(mayRead)) return undefined;
    if (paths.some(exists)) return at;
    if (at === options.last || at === dirname(at)) return undefined;
  }
}

function exists(path: string): boolean {
  try {
    const { isFile, isDirectory } = Deno.lstatSync(path);
    return isFile || isDirectory;
  } catch (error) {
    troubleOf(error);
    return false;
  }
}

export function folderOf(place: Place): string {
  return place.isFolder ? place.absolute : dirname(place.absolute);
}

export function commonAncestor(a: string, b: string): string {
  let ancestor = a;
  while (!isInside(ancestor, b) && ancestor !== dirname(ancestor)) ancestor = dirname(ancestor);
  return ancestor;
}

export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** `absolute` as findings show it: relative to `root`, with `/`. */
export function pathFrom(root: string, absolute: string): string {
  return relative(root, absolute).replaceAll(sep, "/");
}
