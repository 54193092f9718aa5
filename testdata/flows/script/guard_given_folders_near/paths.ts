// Whether a path starts as one of the folders does.
import path from "node:path";

export function isWithin(full: string, folders: string[]): boolean {
  const normal = path.normalize(full);
  return folders.some((folder) => normal.startsWith(path.normalize(folder)));
}
