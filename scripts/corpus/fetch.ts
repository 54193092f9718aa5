// Published packages into folders. The registries' ordinary clients download, so that the user's
// own registries and credentials count; every archive is verified before it is unpacked, and
// nothing of it is ever run.

import { dirname, join } from "node:path";
import type { ArchiveFile } from "./entries.ts";
import { labelOf, type PinnedPackage, verify } from "./pinned.ts";
import { untar } from "./tar.ts";
import { unzip } from "./zip.ts";

/** Far above the largest of the table. */
const BOUNDS = { maxBytes: 200 * 1024 * 1024, maxFiles: 20_000 };
const SHORT_HASH = 12;

/** The folder below `root` that holds `pinned`; downloads and unpacks it where there is none. */
export async function fetchPackage(pinned: PinnedPackage, root: string): Promise<string> {
  const name = labelOf(pinned).replaceAll(/[^\w.@-]/g, "_");
  // The hash in the name: of another archive, nothing is taken for this one.
  const folder = join(root, `${name}-${pinned.sha256.slice(0, SHORT_HASH)}`);
  if (await isFolder(folder)) return folder;
  const partial = `${folder}.partial`;
  await removeIfThere(partial);
  await Deno.mkdir(join(partial, "archive"), { recursive: true });
  const archive = await download(pinned, join(partial, "archive"));
  verify(archive, pinned);
  const files = pinned.client === "npm" ? untar(archive, BOUNDS) : unzip(archive, BOUNDS);
  await write(files, join(partial, "files"));
  // Whole or not at all.
  await Deno.rename(join(partial, "files"), folder);
  await removeIfThere(partial);
  return folder;
}

/** Writes into a new folder; a path is refused where something stands already. */
export async function write(files: readonly ArchiveFile[], folder: string): Promise<void> {
  await Deno.mkdir(folder);
  for (const { path, content } of files) {
    const absolute = join(folder, ...path.split("/"));
    await Deno.mkdir(dirname(absolute), { recursive: true });
    await Deno.writeFile(absolute, content, { createNew: true });
  }
}

async function download(pinned: PinnedPackage, folder: string): Promise<Uint8Array> {
  const { client, name, version } = pinned;
  if (client === "go") {
    const told = await run("go", ["mod", "download", "-json", `${name}@${version}`], folder);
    return await Deno.readFile(JSON.parse(told).Zip);
  }
  if (client === "npm") {
    await run("npm", ["pack", "--ignore-scripts", `${name}@${version}`], folder);
  } else {
    const options = ["--no-deps", "--only-binary", ":all:", "--dest", "."];
    await run("pip", ["download", ...options, `${name}==${version}`], folder);
  }
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
  if (names.length !== 1) throw new Error(`Expected one archive, got ${names.length}`);
  return await Deno.readFile(join(folder, names[0]!));
}

/** Its standard output; throws with what it said where it fails. */
async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd,
    stdin: "null",
  }).output();
  const [said, complained] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (!success) throw new Error(`${program} failed: ${complained!.trim() || said!.trim()}`);
  return said!;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function removeIfThere(path: string): Promise<void> {
  if (await isFolder(path)) await Deno.remove(path, { recursive: true });
}
