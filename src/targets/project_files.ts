// Files that say how a project is put together, read on demand whether or not they are scanned.

import { join } from "node:path";
import { mayRead, readSmallText } from "./_open.ts";

/** Bytes; no real one comes near. */
const MAX_SIZE = 1024 * 1024;

/** Reads small files by their paths from the root; `undefined` for what is none, or not to be read. */
export function projectReader(root: string): (path: string) => string | undefined {
  return (path) => {
    const absolute = join(root, path);
    // A file whose folder is a link is refused, so that no path leads out of the root.
    return mayRead(absolute) ? readSmallText(absolute, MAX_SIZE) : undefined;
  };
}
