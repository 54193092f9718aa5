// What the running program is, so that no result outlives the code that gave it. A release is its
// version; in a checkout the sources change under the same version.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { VERSION } from "./version.ts";

/** Source files of a checkout and folders in them; more would be no checkout of this project. */
const MAX_SEEN = 20_000;
const PARTS = ["src", "main.ts", "deno.json", "deno.lock"];

/** Also says what may not be read, where that is why it cannot be told. */
export type BuildIdentity =
  | { readonly identity: string }
  | { readonly identity?: undefined; readonly closed: string };

/** Different for programs that may find different things. */
export function buildIdentity(): BuildIdentity {
  const hash = createHash("sha256");
  // Engines differ in their tables of characters.
  hash.update(JSON.stringify([VERSION, Deno.version]));
  const isOwnFile = Deno.build.standalone;
  if (isOwnFile || import.meta.url.startsWith("file:")) {
    const folder = fileURLToPath(new URL("../../", import.meta.url));
    const paths = isOwnFile ? [Deno.execPath()] : PARTS.map((part) => join(folder, part));
    for (const path of paths) {
      if (Deno.permissions.querySync({ name: "read", path }).state !== "granted") {
        return { closed: isOwnFile ? path : folder };
      }
    }
    try {
      addFiles(hash, paths);
    } catch {
      // Taken away while it runs.
      return { closed: folder };
    }
  }
  return { identity: hash.digest("base64url") };
}

function addFiles(hash: ReturnType<typeof createHash>, paths: readonly string[]): void {
  const left = [...paths];
  for (let seen = 0; left.length > 0; seen++) {
    if (seen > MAX_SEEN) throw new Error("Too many source files");
    const path = left.pop()!;
    const { isDirectory, size, mtime, ctime } = Deno.statSync(path);
    hash.update(JSON.stringify([path, isDirectory ? 0 : [size, mtime, ctime]]));
    if (!isDirectory) continue;
    const names = Array.from(Deno.readDirSync(path), ({ name }) => name).sort();
    for (const name of names) left.push(join(path, name));
  }
}
