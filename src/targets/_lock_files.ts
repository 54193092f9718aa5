// Whether what a package.json asks for is held fast by a lock file: in its folder or in one above it
// that the target holds. A package as a registry gives it out never has one, and no files of git.

import { dirname } from "node:path";
import { nearest } from "./_locate.ts";
import type { FoundFile } from "./discover.ts";

/** Of npm, Yarn, pnpm, Bun, Deno, and of Rush, which keeps it in a folder of its own. */
const LOCK_FILES = [
  "package-lock.json",
  "npm-shrinkwrap.json",
  "yarn.lock",
  "pnpm-lock.yaml",
  "bun.lock",
  "bun.lockb",
  "deno.lock",
  "rush.json",
] as const;
/** What a working tree has; registries leave both out. */
const WORKING_TREE = [".git", ".gitignore"] as const;

/** True of a package.json in a working tree without a lock file. */
export function isUnlocked({ path, absolute }: Pick<FoundFile, "path" | "absolute">): boolean {
  const [name, ...folders] = path.split("/").toReversed();
  if (name !== "package.json" || folders.includes("..")) return false;
  const folder = dirname(absolute);
  const last = folders.reduce((at) => dirname(at), folder);
  const holds = (names: readonly string[]) => nearest(folder, { names, last }) !== undefined;
  return holds(WORKING_TREE) && !holds(LOCK_FILES);
}
