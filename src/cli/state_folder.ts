// `~/.mcp-sentinel`, where the program keeps what is the user's.

import { join } from "node:path";
import type { Io } from "./io.ts";

/** `undefined` where no home folder is known. */
export function stateFolder(io: Io, ...parts: readonly string[]): string | undefined {
  const home = io.env("HOME") ?? io.env("USERPROFILE");
  return home === undefined || home === "" ? undefined : join(home, ".mcp-sentinel", ...parts);
}

/** Makes it, for the user's eyes only; does nothing where Deno's permissions do not let it. */
export function makeFolder(path: string): void {
  if (Deno.permissions.querySync({ name: "write", path }).state !== "granted") return;
  Deno.mkdirSync(path, { recursive: true, mode: 0o700 });
}
