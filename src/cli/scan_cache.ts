// The cache of a scan, in `~/.mcp-sentinel/cache` or where the user says. A scan that may not use
// it works the same; a store that fails is told of once.

import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import { printable } from "../core/mod.ts";
import type { ScanCache } from "../scan/mod.ts";
import { type Cache, openCache } from "../store/mod.ts";
import { buildIdentity } from "./build_identity.ts";
import type { Io } from "./io.ts";
import type { Log } from "./log.ts";

export const CACHE_TTL = 24 * 3_600_000;
/** Bytes that the cache of a user may take. */
export const MAX_CACHE_BYTES = 512 * 1024 * 1024;

export interface CacheAsked {
  /** `--no-cache` makes it false. */
  readonly cache: boolean;
  readonly cacheDir?: string | undefined;
  readonly cacheTtl: number;
  readonly quiet?: boolean | undefined;
}

/** `undefined` where no folder was named and no home is known. */
export function cacheFolder(io: Io, named: string | undefined): string | undefined {
  if (named !== undefined) return resolve(io.cwd(), named);
  const home = io.env("HOME") ?? io.env("USERPROFILE");
  return home === undefined || home === "" ? undefined : join(home, ".mcp-sentinel", "cache");
}

/** The flags that open the cache, where it is closed; `~/.mcp-sentinel` as a whole by default. */
export function missingFlags(folder: string, named: string | undefined): string | undefined {
  const missing = (["read", "write"] as const).filter((name) =>
    Deno.permissions.querySync({ name, path: folder }).state !== "granted"
  );
  if (missing.length === 0) return undefined;
  const path = named === undefined ? dirname(folder) : folder;
  return `--allow-read=${path} --allow-write=${path}`;
}

export interface OpenedCache {
  readonly cache: ScanCache;
  readonly close: Cache["close"];
}

/** `ruleTexts`: what rules from outside say. */
export async function openScanCache(
  io: Io,
  { asked, log, ruleTexts }: { asked: CacheAsked; log: Log; ruleTexts: readonly string[] },
): Promise<OpenedCache | undefined> {
  if (!asked.cache) return undefined;
  const without = (reason: string): undefined => {
    const message = `The cache is not used: ${reason}`;
    // What the user asked for must not be missing unsaid.
    if (asked.cacheDir === undefined || asked.quiet) log.detail(message);
    else io.writeError(`note: ${printable(message)}\n`);
  };
  const folder = cacheFolder(io, asked.cacheDir);
  if (folder === undefined) return without("no home folder is known (HOME, USERPROFILE)");
  const flags = missingFlags(folder, asked.cacheDir);
  if (flags !== undefined) return without(`No permission for ${folder} (grant it with ${flags})`);
  if (typeof Deno.openKv !== "function") {
    return without("Deno's key-value store is switched off (switch it on with --unstable-kv)");
  }
  const build = buildIdentity();
  if (build.identity === undefined) {
    return without(
      `No permission to see that the program is the same (grant it with --allow-read=${build.closed})`,
    );
  }
  const store = await openCache({
    folder,
    ttl: asked.cacheTtl,
    maxBytes: MAX_CACHE_BYTES,
    now: Date.now,
    onTrouble: (reason) => {
      const message =
        `note: The cache is not used: ${reason} ("mcp-sentinel cache clear" empties it)`;
      if (asked.quiet) log.detail(message);
      else io.writeError(`${printable(message)}\n`);
    },
  });
  log.detail(`Cache ${folder}`);
  const identity = createHash("sha256").update(JSON.stringify([build.identity, ruleTexts]))
    .digest("base64url");
  let [hits, asks] = [0, 0];
  return {
    cache: {
      identity,
      put: store.put,
      get: async (keys) => {
        const found = await store.get(keys);
        asks += found.length;
        hits += found.filter((text) => text !== undefined).length;
        return found;
      },
    },
    close: async () => {
      log.detail(`Cache: ${hits} of ${asks} groups of files were known`);
      await store.close();
      if (store.isStuck()) io.onStuck();
    },
  };
}
