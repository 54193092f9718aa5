// What `.gitignore` files would hide that do not count, as they are another's.

import { join, sep } from "node:path";
import { IGNORE_FILE, type IgnoreFile, isIgnored, loadIgnoreFile } from "./_gitignore.ts";

/** By the path of the `.gitignore` from `root`, how many of `paths`, which count from there too. */
export function hiddenFiles(
  paths: readonly string[],
  root: string,
): ReadonlyMap<string, number> {
  const loaded = new Map<string, IgnoreFile | undefined>();
  const hidden = new Map<string, number>();
  for (const path of paths) {
    const names = path.split("/");
    const files: IgnoreFile[] = [];
    for (
      let depth = 0, folder = root;
      depth < names.length;
      folder = join(folder, names[depth++]!)
    ) {
      if (!loaded.has(folder)) loaded.set(folder, loadIgnoreFile(folder));
      const file = loaded.get(folder);
      if (file) files.push(file);
      const isFolder = depth < names.length - 1;
      const absolute = join(folder, names[depth]!);
      if (!isIgnored(absolute, { files, isFolder })) continue;
      const by = files.findLast((one) => isIgnored(absolute, { files: [one], isFolder }))!;
      const name = join(by.folder, IGNORE_FILE).slice(join(root, sep).length).replaceAll(sep, "/");
      hidden.set(name, (hidden.get(name) ?? 0) + 1);
      break;
    }
  }
  return hidden;
}
