// The places where clients keep what they start, on the system at hand. Nothing here looks whether
// a file exists.

import { join, resolve } from "node:path";
import { type Base, PLACES } from "./client_table.ts";
import type { Io } from "./io.ts";

export interface ClientPlace {
  readonly client: string;
  readonly scope: "user" | "project" | "system";
  /** A file, or the folder that `names` start in. */
  readonly absolute: string;
  /** Names with a `*`, one below the other. */
  readonly names?: readonly string[];
}

/** Every place of this system; those of the user only where a home folder is known. */
export function clientPlaces(io: Io): ClientPlace[] {
  const bases = basesOf(io);
  return PLACES
    .filter(({ os }) => !os || os.includes(io.os))
    .flatMap(({ client, base, paths }) => {
      const folder = bases[base];
      const scope = base === "root" ? "system" : base === "project" ? "project" : "user";
      if (folder === undefined) return [];
      return paths.map((path): ClientPlace => {
        const names = path.split("/");
        const star = names.findIndex((name) => name.includes("*"));
        if (star < 0) return { client, scope, absolute: join(folder, path) };
        const absolute = join(folder, ...names.slice(0, star));
        return { client, scope, absolute, names: names.slice(star) };
      });
    });
}

export function homeOf(io: Io): string | undefined {
  return io.env("HOME") ?? io.env("USERPROFILE");
}

function basesOf(io: Io): Readonly<Record<Base, string | undefined>> {
  const home = homeOf(io);
  const below = (path: string): string | undefined =>
    home === undefined ? undefined : join(home, path);
  const config = io.env("XDG_CONFIG_HOME") || below(".config");
  return {
    home,
    app: io.os === "darwin"
      ? below("Library/Application Support")
      : io.os === "windows"
      ? io.env("APPDATA") ?? below("AppData/Roaming")
      : config,
    local: io.os === "windows" ? io.env("LOCALAPPDATA") ?? below("AppData/Local") : undefined,
    config,
    root: resolve("/"),
    project: io.cwd(),
  };
}
