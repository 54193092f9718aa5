// The cache of a scan: texts under keys, kept between runs. Whatever goes wrong with the store, it
// is told once, and from then on the cache holds nothing; it never throws.

import { join } from "node:path";
import type { Entries, Keeping } from "./_entries.ts";
import { openKvEntries } from "./_kv.ts";
import { pack, unpack } from "./_packed.ts";
import { TookTooLong } from "./_patience.ts";

export interface Cache {
  /** In the order of the keys. */
  readonly get: (keys: readonly string[]) => Promise<readonly (string | undefined)[]>;
  readonly put: (key: string, text: string) => Promise<void>;
  /** Writes what is held, tidies up and closes. */
  readonly close: () => Promise<void>;
  /** The store still waits for a lock, and an ordinary end of the process would wait with it. */
  readonly isStuck: () => boolean;
}

export interface CacheOptions extends Keeping {
  /** Told once, in words that go on from "The cache is not used: ". */
  readonly onTrouble: (reason: string) => void;
}

const NAME = "cache.kv";
/** Bytes that are held before they are written. */
const MAX_WAITING = 8 * 1024 * 1024;

/** Opens the cache of a folder, which is made where it is missing. */
export async function openCache(options: CacheOptions): Promise<Cache> {
  const { onTrouble } = options;
  let entries: Entries | undefined;
  let isStuck = false;
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      entries = undefined;
      isStuck ||= error instanceof TookTooLong;
      onTrouble(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  entries = await attempt(() => openEntries(options));
  return {
    async get(keys) {
      const open = entries;
      const found = open && await attempt(() => open.get(keys));
      return keys.map((key, i) => {
        const packed = found?.[i];
        return packed && unpack(key, packed);
      });
    },
    async put(key, text) {
      const open = entries;
      const packed = open && pack(key, text);
      if (!packed) return;
      open.put(key, packed);
      if (open.waiting() > MAX_WAITING) await attempt(() => open.flush());
    },
    async close() {
      const open = entries;
      if (!open) return;
      await attempt(async () => {
        await open.flush();
        await open.tidy();
        open.close();
      });
      entries = undefined;
    },
    isStuck: () => isStuck,
  };
}

/** Throws where there is no store to be had. */
export async function openEntries(keeping: Keeping): Promise<Entries> {
  await Deno.mkdir(keeping.folder, { recursive: true, mode: 0o700 });
  return await openKvEntries(join(keeping.folder, NAME), keeping);
}

/** Takes the store away, whatever state it is in; nothing else of the folder. */
export async function clearCache(folder: string): Promise<void> {
  for (const name of [NAME, `${NAME}-wal`, `${NAME}-shm`]) {
    try {
      await Deno.remove(join(folder, name));
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}
