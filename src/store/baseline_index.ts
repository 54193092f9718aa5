// What there is to say of each saved baseline, in Deno KV, so that a list of them reads none. The
// files are the truth: a record counts for the file of its size and time, is made anew where there
// is none, and where there is no KV everything is read from the files.

import { join } from "node:path";
import { again, TookTooLong, within } from "./_patience.ts";

const NAME = "index.kv";
const FILE = /^[0-9a-f]{32}_baseline\.json\.gz$/;
const PREFIX = "baseline";
const OPEN_MS = 3_000;
const READ_MS = 5_000;
const TRIES = 6;
/** Files of one folder; no real one comes near. */
const MAX_FILES = 10_000;

export interface IndexOptions<T> {
  readonly folder: string;
  /** Reads a file; throws where it is none of ours. */
  readonly describe: (path: string) => Promise<T>;
  /** What stands in the index may be anything. */
  readonly isDescription: (value: unknown) => value is T;
  /** The store waits for another process; an ordinary end of the process would wait with it. */
  readonly onStuck: () => void;
}

export interface Indexed<T> {
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Or why it could not be read. */
  readonly description: T | { readonly trouble: string };
}

interface Stamp {
  readonly size: number;
  readonly modified: number;
}

/** Every saved baseline of the folder, by the name of its file. */
export async function listBaselines<T>(options: IndexOptions<T>): Promise<readonly Indexed<T>[]> {
  const names = filesOf(options.folder);
  const index = await openIndex(options);
  const records = await index.read();
  const found: Indexed<T>[] = [];
  for (const name of names) {
    const path = join(options.folder, name);
    const stamp = stampOf(path);
    if (!stamp) continue;
    const known = descriptionIn(records.get(name), { stamp, options });
    const description = known ?? await described(path, options);
    if (known === undefined) await index.write(name, { ...stamp, description });
    found.push({ path, size: stamp.size, description });
  }
  for (const name of records.keys()) if (!names.includes(name)) await index.remove(name);
  index.close();
  return found;
}

/** Notes what a file that was just written holds. */
export async function indexBaseline<T>(
  name: string,
  description: T,
  options: IndexOptions<T>,
): Promise<void> {
  const stamp = stampOf(join(options.folder, name));
  if (!stamp) return;
  const index = await openIndex(options);
  await index.write(name, { ...stamp, description });
  index.close();
}

function filesOf(folder: string): readonly string[] {
  try {
    return [...Deno.readDirSync(folder)]
      .flatMap(({ name, isFile }) => isFile && FILE.test(name) ? [name] : [])
      .sort()
      .slice(0, MAX_FILES);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function stampOf(path: string): Stamp | undefined {
  try {
    const { size, mtime } = Deno.statSync(path);
    return { size, modified: mtime?.getTime() ?? 0 };
  } catch {
    // Taken away meanwhile.
    return undefined;
  }
}

async function described<T>(
  path: string,
  { describe }: IndexOptions<T>,
): Promise<T | { readonly trouble: string }> {
  try {
    return await describe(path);
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : "it cannot be read" };
  }
}

function descriptionIn<T>(
  record: unknown,
  { stamp, options }: { readonly stamp: Stamp; readonly options: IndexOptions<T> },
): T | undefined {
  if (typeof record !== "object" || record === null) return undefined;
  const { size, modified, description } = record as Record<string, unknown>;
  const isOfFile = size === stamp.size && modified === stamp.modified;
  return isOfFile && options.isDescription(description) ? description : undefined;
}

/** Never throws: whatever goes wrong with the index, the files tell the same. */
interface Index {
  readonly read: () => Promise<ReadonlyMap<string, unknown>>;
  readonly write: (name: string, record: object) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  readonly close: () => void;
}

async function openIndex<T>({ folder, onStuck }: IndexOptions<T>): Promise<Index> {
  const path = join(folder, NAME);
  let isStuck = false;
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof TookTooLong)) return;
      isStuck = true;
      onStuck();
    }
  };
  let kv: Deno.Kv | undefined;
  const open = () =>
    attempt(async () => {
      const opened = await again(TRIES, () => within(OPEN_MS, Deno.openKv(path)));
      // A file that is damaged further on opens well.
      await within(READ_MS, opened.get([PREFIX]));
      kv = opened;
    });
  if (isAllowed(path)) {
    await open();
    if (!kv && !isStuck) {
      removeDamaged(path);
      await open();
    }
  }
  const change = async (work: (kv: Deno.Kv) => Promise<unknown>): Promise<void> => {
    const opened = kv;
    if (opened && !isStuck) await attempt(() => again(TRIES, () => within(READ_MS, work(opened))));
  };
  return {
    async read() {
      const records = new Map<string, unknown>();
      await change(async (opened) => {
        for await (const { key, value } of opened.list({ prefix: [PREFIX] }, LIMITED)) {
          records.set(String(key[1]), value);
        }
      });
      return records;
    },
    write: (name, record) => change((opened) => opened.set([PREFIX, name], record)),
    remove: (name) => change((opened) => opened.delete([PREFIX, name])),
    close: () => {
      // Closing would wait with it.
      if (!isStuck) kv?.close();
    },
  };
}

const LIMITED = { limit: MAX_FILES, batchSize: 500 };

function isAllowed(path: string): boolean {
  return typeof Deno.openKv === "function" &&
    (["read", "write"] as const).every((name) =>
      Deno.permissions.querySync({ name, path }).state === "granted"
    );
}

function removeDamaged(path: string): void {
  for (const suffix of ["", "-wal", "-shm"]) {
    try {
      Deno.removeSync(`${path}${suffix}`);
    } catch {
      // Not there, or not to be removed.
    }
  }
}
