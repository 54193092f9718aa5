// The cache keeps what it was given, and a store in any state gives nothing wrong and never throws.

import assert from "node:assert/strict";
import { join } from "node:path";
import { type Cache, openCache, openEntries } from "../../src/store/mod.ts";
import { withFolder } from "../support/temp_folder.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);

interface Opened {
  readonly cache: Cache;
  readonly troubles: readonly string[];
}

async function opened(
  folder: string,
  { at = START, maxBytes = 1 << 30, ttl = 24 * HOUR }: {
    at?: number;
    maxBytes?: number;
    ttl?: number;
  } = {},
): Promise<Opened> {
  const troubles: string[] = [];
  const onTrouble = (reason: string) => troubles.push(reason);
  const cache = await openCache({ folder, ttl, maxBytes, now: () => at, onTrouble });
  return { cache, troubles };
}

async function keep(
  folder: string,
  entries: Readonly<Record<string, string>>,
  options: Parameters<typeof opened>[1] = {},
): Promise<readonly string[]> {
  const { cache, troubles } = await opened(folder, options);
  await cache.get(Object.keys(entries));
  for (const [key, text] of Object.entries(entries)) await cache.put(key, text);
  await cache.close();
  return troubles;
}

async function kept(
  folder: string,
  keys: readonly string[],
  options: Parameters<typeof opened>[1] = {},
): Promise<readonly (string | undefined)[]> {
  const { cache, troubles } = await opened(folder, options);
  const found = await cache.get(keys);
  await cache.close();
  assert.deepEqual(troubles, []);
  return found;
}

function statsAt(folder: string, at: number) {
  return withEntries(folder, at, (entries) => entries.stats());
}

async function withEntries<T>(
  folder: string,
  at: number,
  use: (entries: Awaited<ReturnType<typeof openEntries>>) => Promise<T>,
): Promise<T> {
  const keeping = { folder, ttl: 24 * HOUR, maxBytes: 1 << 30, now: () => at };
  const entries = await openEntries(keeping);
  try {
    return await use(entries);
  } finally {
    entries.close();
  }
}

/** Does not get shorter when it is compressed. */
function noise(length: number): string {
  let text = "";
  for (let state = 1; text.length < length;) {
    state = (state * 48271) % 2147483647;
    text += state.toString(36);
  }
  return text.slice(0, length);
}

Deno.test("a cache gives back texts of every length, in the order of the keys", async () => {
  await withFolder({}, async (folder) => {
    const long = noise(400_000);
    assert.deepEqual(
      await keep(folder, { a: "", b: "ü\u{1F600}", c: "x".repeat(1e6), d: long }),
      [],
    );
    assert.deepEqual(await kept(folder, ["d", "none", "a", "c", "b"]), [
      long,
      undefined,
      "",
      "x".repeat(1e6),
      "ü\u{1F600}",
    ]);
  });
});

Deno.test("a cache gives nothing after its time, and writes it anew", async () => {
  await withFolder({}, async (folder) => {
    await keep(folder, { a: "old", b: "b" });
    assert.deepEqual(await kept(folder, ["a"], { at: START + 24 * HOUR - 1 }), ["old"]);
    assert.deepEqual(await kept(folder, ["a"], { at: START + 24 * HOUR }), [undefined]);
    assert.deepEqual(await kept(folder, ["a"], { at: START + HOUR, ttl: HOUR }), [undefined]);
    assert.deepEqual(await kept(folder, ["a"], { at: START - 1 }), [undefined], "clock put back");
    await keep(folder, { a: "new" }, { at: START + 25 * HOUR });
    assert.deepEqual(await kept(folder, ["a", "b"], { at: START + 26 * HOUR }), ["new", undefined]);
  });
});

Deno.test("a cache sweeps what has expired, and counts what it holds", async () => {
  await withFolder({}, async (folder) => {
    await keep(folder, { a: "a", b: "b".repeat(100) });
    await keep(folder, { c: "c" }, { at: START + 30 * HOUR });
    const { entries, expired } = await statsAt(folder, START + 30 * HOUR);
    assert.deepEqual({ entries, expired }, { entries: 1, expired: 0 });
  });
});

Deno.test("a cache that is full drops what was not used for longest", async () => {
  await withFolder({}, async (folder) => {
    const text = noise(20_000);
    await keep(folder, { a: text, b: text, c: text });
    assert.deepEqual(await kept(folder, ["a"], { at: START + 2 * HOUR }), [text]);
    await keep(folder, { d: text }, { at: START + 3 * HOUR, maxBytes: 40_000 });
    const found = await kept(folder, ["a", "b", "c", "d"], { at: START + 4 * HOUR });
    assert.deepEqual(found.map((one) => one !== undefined), [true, false, false, true]);
    assert.ok((await statsAt(folder, START + 4 * HOUR)).bytes < 40_000);
  });
});

Deno.test("caches that write at once lose nothing, and count it once", async () => {
  await withFolder({}, async (folder) => {
    const all = await Promise.all(Array.from({ length: 6 }, () => opened(folder)));
    const shared = Object.fromEntries(
      Array.from({ length: 150 }, (_, i) => [`s${i}`, `text ${i}`]),
    );
    await Promise.all(all.map(async ({ cache }, i) => {
      await cache.get(Object.keys(shared));
      for (const [key, text] of Object.entries(shared)) await cache.put(key, text);
      for (let k = 0; k < 50; k++) await cache.put(`own ${i} ${k}`, `${i} ${k}`);
      await cache.close();
    }));
    assert.deepEqual(all.flatMap(({ troubles }) => troubles), []);
    assert.deepEqual(await kept(folder, Object.keys(shared)), Object.values(shared));
    const own = all.flatMap((_, i) => Array.from({ length: 50 }, (_, k) => `${i} ${k}`));
    assert.deepEqual(await kept(folder, own.map((name) => `own ${name}`)), own);
    assert.equal((await statsAt(folder, START)).entries, 150 + own.length);
  });
});

Deno.test("a store that is no database, cut or of another version is told of once", async () => {
  await withFolder({}, async (folder) => {
    const entries = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`k${i}`, `${i} ${noise(3000)}`]),
    );
    await keep(folder, entries);
    const path = join(folder, "cache.kv");
    const whole = await Deno.readFile(path);
    let state = 7;
    for (let round = 0; round < 12; round++) {
      state = (state * 48271) % 2147483647;
      await removeStore(folder);
      await Deno.writeFile(path, whole.slice(0, 1 + state % (whole.length - 1)));
      await holdsNothingWrong(folder, entries);
    }
    for (let round = 0; round < 12; round++) {
      const damaged = whole.slice();
      for (let i = 0; i < 40; i++) {
        state = (state * 48271) % 2147483647;
        damaged[200 + state % (damaged.length - 200)] = state & 255;
      }
      await removeStore(folder);
      await Deno.writeFile(path, damaged);
      await holdsNothingWrong(folder, entries);
    }
    await removeStore(folder);
    await Deno.writeTextFile(path, "no database\n".repeat(100));
    assert.equal((await holdsNothingWrong(folder, entries)).length, 1);
    await removeStore(folder);
    const kv = await Deno.openKv(path);
    await kv.set(["format"], 2);
    kv.close();
    assert.deepEqual(await holdsNothingWrong(folder, entries), [
      "another version of the program made it",
    ]);
  });
});

async function removeStore(folder: string): Promise<void> {
  for (const { name } of [...Deno.readDirSync(folder)]) await Deno.remove(join(folder, name));
}

/** What trouble was told of. */
async function holdsNothingWrong(
  folder: string,
  entries: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { cache, troubles } = await opened(folder);
  const found = await cache.get(Object.keys(entries));
  Object.values(entries).forEach((text, i) =>
    assert.ok(found[i] === undefined || found[i] === text)
  );
  for (const [key, text] of Object.entries(entries)) await cache.put(key, text);
  await cache.close();
  assert.ok(troubles.length <= 1, troubles.join("\n"));
  return troubles;
}

Deno.test("verify takes damaged entries away, and leaves the others", async () => {
  await withFolder({}, async (folder) => {
    await keep(folder, { a: "text of a", b: "text of b", c: "text of c" });
    const kv = await Deno.openKv(join(folder, "cache.kv"));
    const [a, b] = [await kv.get(["entry", "a", 0]), await kv.get(["entry", "b", 0])];
    await kv.set(["entry", "b", 0], {
      ...b.value as object,
      data: (a.value as { data: unknown }).data,
    });
    kv.close();
    assert.deepEqual(await kept(folder, ["a", "b", "c"]), ["text of a", undefined, "text of c"]);
    const verify = () => withEntries(folder, START, (entries) => entries.verify());
    assert.deepEqual(await verify(), { entries: 2, damaged: 1 });
    assert.deepEqual(await verify(), { entries: 2, damaged: 0 });
    await keep(folder, { b: "text of b" });
    assert.deepEqual(await kept(folder, ["a", "b", "c"]), ["text of a", "text of b", "text of c"]);
  });
});
