// Resolves a path, and checks the folder's neighbours in.
import path from "node:path";

const ROOT = path.resolve("/srv/data");

export function inside(file: string): string {
  const full = path.resolve(ROOT, file);
  if (!full.startsWith(ROOT)) {
    throw new Error("Outside of the folder");
  }
  return full;
}
