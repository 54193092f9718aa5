// Paths as project files write them, from the root of the target.

import { joinPath } from "../paths.ts";

/** Characters; no real path comes near. */
const MAX_PATH = 1000;

/** `path`, seen from `folder`; `undefined` where it is absolute or leaves the root. */
export function pathWithin(folder: string, path: string): string | undefined {
  if (path.length > MAX_PATH || /^(?:[/\\]|[A-Za-z]:)|\0/.test(path)) return undefined;
  return joinPath(folder, path);
}

/** Of a declaration, the module that it declares. */
export function moduleTarget(path: string): string {
  return path.replace(/\.d\.([cm]?)ts$/, ".$1js");
}

/** True where at most one `*` stands in it. */
export function isPattern(text: string): boolean {
  return text.length <= MAX_PATH && text.indexOf("*") === text.lastIndexOf("*");
}
