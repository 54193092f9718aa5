// Whether a path is one of the folders or lies below one.
import path from "node:path";

export function isWithin(full: string, folders: string[]): boolean {
  if (typeof full !== "string" || folders.length === 0) {
    return false;
  }
  const normal = path.resolve(path.normalize(full));
  return folders.some((folder) => {
    const root = path.resolve(folder);
    if (normal === root) {
      return true;
    }
    return normal.startsWith(root + path.sep);
  });
}
