// Resolves a path, and holds it in the folder.
import path from "node:path";

const ROOT = path.resolve("/srv/data");

export function inside(file: string): string {
  const full = path.resolve(ROOT, file);
  if (full !== ROOT && !full.startsWith(`${ROOT}${path.sep}`)) {
    throw new Error("Outside of the folder");
  }
  return full;
}
