// `~/.mcp-sentinel`, where caches and baselines go. A scan that may not touch it works the same
// and says so only with --verbose.

import { join } from "node:path";
import type { Io } from "./io.ts";
import type { Log } from "./log.ts";

export function noteStateFolder(io: Io, log: Log): void {
  const home = io.env("HOME") ?? io.env("USERPROFILE");
  if (home === undefined) {
    log.detail("No home folder is known (HOME, USERPROFILE); nothing is kept between scans");
    return;
  }
  const path = join(home, ".mcp-sentinel");
  const granted = (["read", "write"] as const).every((name) =>
    Deno.permissions.querySync({ name, path }).state === "granted"
  );
  log.detail(
    granted ? `State folder ${path}` : `No permission for ${path}; nothing is kept between scans ` +
      `(grant it with --allow-read=${path} --allow-write=${path})`,
  );
}
