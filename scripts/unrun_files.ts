// What of a package never runs, so that an executable need not hold it: declarations, TypeScript,
// source maps, texts, and the twin of each module that is there for another module system.

import { join } from "node:path";

/** Deno runs no TypeScript out of a package. */
const NEVER_RUN = /\.(?:ts|mts|cts|tsx|map|md|flow)$/;

/** Files as paths inside of a package → those of them that no import of the program reaches. */
export function unrunFiles(files: readonly string[], manifest: string): string[] {
  const all = new Set(files);
  return files.filter((file) => {
    if (NEVER_RUN.test(file)) return true;
    if (!file.endsWith(".js")) return false;
    // A module that the manifest names is imported by it, whatever stands beside it.
    return all.has(file.replace(/\.js$/, ".mjs")) && !manifest.includes(`/${file}"`);
  });
}

/** The fewest paths that stand for `unrun`: a folder where all of its files are among them. */
export function folded(files: readonly string[], unrun: readonly string[]): string[] {
  const kept = new Set<string>();
  const gone = new Set(unrun);
  for (const file of files) {
    if (!gone.has(file)) { for (const folder of foldersOf(file)) kept.add(folder); }
  }
  const paths = unrun.map((file) => foldersOf(file).find((folder) => !kept.has(folder)) ?? file);
  return [...new Set(paths)];
}

/** `a/b/c.js` → `a`, `a/b`. */
function foldersOf(file: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_part, at) => parts.slice(0, at + 1).join("/"));
}

/** What to leave out of the package that lies in `folder`. */
export async function leftOut(folder: string): Promise<string[]> {
  const files = await filesBelow(folder, "");
  const manifest = await Deno.readTextFile(join(folder, "package.json"));
  return folded(files, unrunFiles(files, manifest)).map((path) => join(folder, path));
}

async function filesBelow(folder: string, below: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of Deno.readDir(join(folder, below))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory) files.push(...await filesBelow(folder, path));
    else files.push(path);
  }
  return files.sort();
}
