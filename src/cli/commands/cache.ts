// `cache`: what scans have kept, emptying it, and looking whether it is whole.

import type { Command } from "@commander-js/extra-typings";
import { Failure, printable } from "../../core/mod.ts";
import { clearCache, type Entries, openEntries } from "../../store/mod.ts";
import { userConfiguration } from "../configuration.ts";
import type { Io } from "../io.ts";
import { path } from "../options.ts";
import { CACHE_TTL, cacheFolder, MAX_CACHE_BYTES, missingFlags } from "../scan_cache.ts";
import { verdictFolder } from "../verdicts.ts";

const EXAMPLES = `
Examples:
  mcp-sentinel cache stats                how much scans have kept, and where
  mcp-sentinel cache clear                take it all away
  mcp-sentinel cache verify               read every entry, and take damaged ones away
  mcp-sentinel cache stats --cache-dir .cache
`;
const DIR = [
  "--cache-dir <dir>",
  "the folder of the cache (default: ~/.mcp-sentinel/cache)",
] as const;

export function addCacheCommand(program: Command, { io }: { io: Io }): void {
  const cache = program.command("cache")
    .description("Show, clear or verify what scans have kept for the next")
    .addHelpText("after", EXAMPLES);
  cache.command("stats")
    .description("Show how much is kept, and where")
    .option(...DIR, path)
    .action(async ({ cacheDir }) => {
      const folder = await folderOf(io, cacheDir);
      const { entries, bytes, expired } = await withEntries(io, folder, (store) => store.stats());
      await io.writeOut(
        `Folder   ${printable(folder)}\nEntries  ${entries} (${expired} expired)\n` +
          `Size     ${(bytes / 1024 ** 2).toFixed(1)} MiB of ${MAX_CACHE_BYTES / 1024 ** 2} MiB\n`,
      );
    });
  cache.command("clear")
    .description("Take everything away that is kept, also where it is damaged")
    .option(...DIR, path)
    .action(async ({ cacheDir }) => {
      const folder = await folderOf(io, cacheDir);
      try {
        await clearCache(folder);
        await clearCache(verdictFolder(folder));
      } catch (error) {
        throw unusable(folder, error);
      }
      await io.writeOut(`Cleared ${printable(folder)}\n`);
    });
  cache.command("verify")
    .description("Read every entry, and take away those that are damaged")
    .option(...DIR, path)
    .action(async ({ cacheDir }) => {
      const folder = await folderOf(io, cacheDir);
      const { entries, damaged } = await withEntries(io, folder, (store) => store.verify());
      await io.writeOut(`${entries} entries are whole, ${damaged} were damaged and taken away\n`);
    });
}

async function folderOf(io: Io, asked: string | undefined): Promise<string> {
  const set = asked === undefined ? await userConfiguration(io) : undefined;
  const named = asked ?? set?.values.get("cache.directory")?.value as string | undefined;
  const folder = cacheFolder(io, named);
  if (folder === undefined) {
    throw new Failure("usage", "No home folder is known (HOME, USERPROFILE)", {
      hint: "Name the folder with --cache-dir",
    });
  }
  if (typeof Deno.openKv !== "function") {
    throw new Failure("cache-unusable", "Deno's key-value store is switched off", {
      hint: "Add --unstable-kv to the deno command line",
    });
  }
  const flags = missingFlags(folder, named);
  if (flags === undefined) return folder;
  throw new Failure("cache-unusable", `No permission for "${printable(folder)}"`, {
    hint: `Add ${flags} to the deno command line`,
  });
}

async function withEntries<T>(
  io: Io,
  folder: string,
  use: (entries: Entries) => Promise<T>,
): Promise<T> {
  try {
    const keeping = { folder, ttl: CACHE_TTL, maxBytes: MAX_CACHE_BYTES, now: Date.now };
    const entries = await openEntries(keeping);
    const result = await use(entries);
    entries.close();
    return result;
  } catch (error) {
    if (error instanceof Error && error.name === "TookTooLong") io.onStuck();
    throw unusable(folder, error);
  }
}

function unusable(folder: string, cause: unknown): Failure {
  const reason = cause instanceof Error ? printable(cause.message) : "it cannot be opened";
  return new Failure(
    "cache-unusable",
    `Could not use the cache "${printable(folder)}": ${reason}`,
    { hint: "mcp-sentinel cache clear empties it, also where it is damaged", cause },
  );
}
