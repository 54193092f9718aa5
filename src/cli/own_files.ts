// What lies in a target and is no part of it: files that the program itself reads or writes.

import { basename, dirname, resolve } from "node:path";
import type { Discovery } from "../targets/mod.ts";

/**
 * The report of the last scan is no part of the target, though it may lie in it; nor are the rules
 * that it is held against, which are full of what they look for.
 */
export function withoutOwnFiles(
  paths: readonly (string | undefined)[],
  found: Discovery,
): Discovery {
  const own = new Set<string>();
  for (const path of paths) {
    if (path !== undefined) own.add(resolve(realFolder(dirname(path)), basename(path)));
  }
  const files = found.files.filter(({ absolute }) => !own.has(absolute));
  const left = found.files.length - files.length;
  if (left === 0) return found;
  const excluded = (found.skipped.excluded ?? 0) + left;
  return { ...found, files, skipped: { ...found.skipped, excluded } };
}

export function realFolder(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    // Not readable, so nothing in it was found.
    return path;
  }
}
