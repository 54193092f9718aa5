// Folders made for one test and removed after it.

import { dirname, join } from "node:path";

/** Path to content; a path that ends in `/` is a folder. */
export type Tree = Readonly<Record<string, string | Uint8Array>>;

/** Makes `tree` in a new folder outside every repository, and hands over its real path. */
export async function withFolder(
  tree: Tree,
  test: (folder: string) => Promise<void> | void,
): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir({ prefix: "sentinel-" }));
  try {
    await plant(folder, tree);
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

export async function plant(folder: string, tree: Tree): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    const absolute = join(folder, path);
    await Deno.mkdir(path.endsWith("/") ? absolute : dirname(absolute), { recursive: true });
    if (path.endsWith("/")) continue;
    if (typeof content === "string") await Deno.writeTextFile(absolute, content);
    else await Deno.writeFile(absolute, content);
  }
}
