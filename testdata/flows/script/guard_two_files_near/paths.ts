// Whether a path lies in the folder.
import path from "node:path";

export function isInside(file: string): boolean {
  return path.resolve(file).startsWith("/srv/data/");
}
