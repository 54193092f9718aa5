// Entries in Deno KV. An entry is cut into parts below the limit of a value; an index in the order
// of last use says what to drop, so that no write lists the store. The sum of the index is its size.
// Every change checks what it changes, so that processes at once lose and count nothing twice.

import type { CacheStats, Entries, Keeping, Verified } from "./_entries.ts";
import {
  batchesOf,
  type Change,
  type Head,
  headOf,
  type Indexed,
  indexedOf,
  isFresh,
  joined,
  KEYS_A_READ,
  MAX_BYTES,
  OVERHEAD,
  PART_BYTES,
  partKey,
  sizeOf,
  usedKey,
} from "./_kv_records.ts";
import { unpack } from "./_packed.ts";
import { again, within } from "./_patience.ts";

/** Stores of another number are left alone. */
const FORMAT = 1;
const FORMAT_KEY = ["format"];
const SIZE_KEY = ["size"];

/** Use is noted once an hour. */
const HOUR = 3_600_000;
const OPEN_MS = 3_000;
const OPEN_TRIES = 6;
const READ_MS = 5_000;
const WRITE_MS = 10_000;
const WRITE_TRIES = 20;
/** Entries looked at to tidy up after one scan: what is left, the next takes. */
const MAX_TIDIED = 20_000;
const TIDIED_AT_ONCE = 500;

/** Throws where the store cannot be opened, or is of another format. */
export async function openKvEntries(path: string, keeping: Keeping): Promise<Entries> {
  const kv = await again(OPEN_TRIES, () => within(OPEN_MS, Deno.openKv(path)));
  const format = await within(READ_MS, kv.get(FORMAT_KEY));
  if (format.value !== null && format.value !== FORMAT) {
    kv.close();
    throw new Error("another version of the program made it");
  }
  if (format.value === null) {
    const first = kv.atomic().check(format).set(FORMAT_KEY, FORMAT);
    await again(WRITE_TRIES, () => within(WRITE_MS, first.commit()));
  }
  return kvEntries(kv, keeping);
}

function kvEntries(kv: Deno.Kv, { ttl, maxBytes, now }: Keeping): Entries {
  const hour = Math.floor(now() / HOUR);
  /** What stands in the way of an entry that may not be taken. */
  const stale = new Map<string, { versionstamp: string; head: Head | undefined }>();
  const changes: Change[] = [];
  let waiting = 0;

  const change = (one: Change): void => {
    changes.push(one);
    waiting += one.bytes;
  };

  const wholeOf = async (key: string, head: Head): Promise<Uint8Array | undefined> => {
    if (head.parts === 1) return head.data;
    const pieces = [head.data];
    for (let part = 1; part < head.parts; part += KEYS_A_READ) {
      const keys = [];
      for (let i = part; i < Math.min(part + KEYS_A_READ, head.parts); i++) {
        keys.push(partKey(key, i));
      }
      for (const { value } of await within(READ_MS, kv.getMany(keys))) {
        if (!(value instanceof Uint8Array)) return undefined;
        pieces.push(value);
      }
    }
    return joined(pieces);
  };

  const touch = (key: string, head: Head, versionstamp: string): void => {
    if (head.used >= hour) return;
    const { written, expires, parts, data } = head;
    const bytes = sizeOf(head);
    change({
      check: { key: partKey(key, 0), versionstamp },
      sets: [
        [partKey(key, 0), { written, expires, used: hour, parts, data }],
        [usedKey(hour, key), { bytes, expires }],
      ],
      deletes: [usedKey(head.used, key)],
      growth: 0,
      bytes: data.length + OVERHEAD,
    });
  };

  const take = async (
    key: string,
    { value, versionstamp }: Deno.KvEntryMaybe<unknown>,
  ): Promise<Uint8Array | undefined> => {
    if (versionstamp === null) return undefined;
    const head = headOf(value);
    if (!head || !isFresh(head, { ttl, at: now() })) {
      stale.set(key, { versionstamp, head });
      return undefined;
    }
    const whole = await wholeOf(key, head);
    if (whole && unpack(key, whole) !== undefined) touch(key, head, versionstamp);
    else stale.set(key, { versionstamp, head });
    return whole;
  };

  const commit = async (batch: readonly Change[]): Promise<boolean> => {
    let atomic = kv.atomic();
    let growth = 0n;
    for (const { check, sets, deletes, growth: own } of batch) {
      atomic = atomic.check(check);
      for (const key of deletes) atomic = atomic.delete(key);
      for (const [key, value] of sets) atomic = atomic.set(key, value);
      growth += BigInt(own);
    }
    if (growth !== 0n) atomic = atomic.sum(SIZE_KEY, BigInt.asUintN(64, growth));
    return (await again(WRITE_TRIES, () => within(WRITE_MS, atomic.commit()))).ok;
  };

  const flush = async (): Promise<void> => {
    const all = changes.splice(0);
    waiting = 0;
    for (const batch of batchesOf(all)) {
      // Where another scan has written one of them meanwhile, the others still go in.
      if (!await commit(batch) && batch.length > 1) {
        for (const one of batch) await commit([one]);
      }
    }
  };

  /** An indexed entry as a change that takes it away. */
  const removal = async (key: string, used: number, indexed: Deno.KvEntry<unknown>) => {
    const { bytes } = indexedOf(indexed.value);
    const { value, versionstamp } = await within(READ_MS, kv.get(partKey(key, 0)));
    const head = headOf(value);
    const isOwn = versionstamp !== null && (!head || head.used === used);
    const deletes = [indexed.key];
    const parts = isOwn ? head?.parts ?? 1 : 0;
    for (let part = 0; part < parts; part++) deletes.push(partKey(key, part));
    return {
      check: { key: indexed.key, versionstamp: indexed.versionstamp },
      sets: [],
      deletes,
      growth: -bytes,
      bytes: OVERHEAD,
    };
  };

  const size = async (): Promise<number> => {
    const { value } = await within(READ_MS, kv.get(SIZE_KEY));
    return value instanceof Deno.KvU64 ? Number(BigInt.asIntN(64, value.value)) : 0;
  };

  /** Takes away, oldest use first, what `isWanted` does not want; ends at `until`. */
  const drop = async (
    range: Deno.KvListSelector,
    isUnwanted: (indexed: Indexed) => boolean,
    freed: { left: number },
  ): Promise<void> => {
    let seen = 0;
    const entries = kv.list(range, { batchSize: TIDIED_AT_ONCE, limit: MAX_TIDIED });
    for (;;) {
      const { value: indexed, done } = await within(READ_MS, entries.next());
      if (done || freed.left <= 0 || seen++ >= MAX_TIDIED) break;
      const [, used, key] = indexed.key;
      const { bytes, expires } = indexedOf(indexed.value);
      if (!isUnwanted({ bytes, expires })) continue;
      change(await removal(String(key), Number(used), indexed));
      freed.left -= bytes;
      if (changes.length >= TIDIED_AT_ONCE) await flush();
    }
    await flush();
  };

  return {
    async get(keys) {
      const found: (Uint8Array | undefined)[] = [];
      for (let at = 0; at < keys.length; at += KEYS_A_READ) {
        const some = keys.slice(at, at + KEYS_A_READ);
        const entries = await within(READ_MS, kv.getMany(some.map((key) => partKey(key, 0))));
        for (let i = 0; i < some.length; i++) found.push(await take(some[i]!, entries[i]!));
      }
      return found;
    },
    put(key, packed) {
      const parts = Math.max(1, Math.ceil(packed.length / PART_BYTES));
      // More would not fit into one atomic.
      if (packed.length > MAX_BYTES) return;
      const old = stale.get(key);
      const expires = now() + ttl;
      const data = packed.slice(0, PART_BYTES);
      const head: Head = { written: now(), expires, used: hour, parts, data };
      const bytes = sizeOf(head);
      const sets: [Deno.KvKey, unknown][] = [
        [partKey(key, 0), head],
        [usedKey(hour, key), { bytes, expires }],
      ];
      for (let part = 1; part < parts; part++) {
        const start = part * PART_BYTES;
        sets.push([partKey(key, part), packed.slice(start, start + PART_BYTES)]);
      }
      const deletes: Deno.KvKey[] = [];
      for (let part = parts; part < (old?.head?.parts ?? 0); part++) {
        deletes.push(partKey(key, part));
      }
      if (old?.head && old.head.used !== hour) deletes.push(usedKey(old.head.used, key));
      change({
        check: { key: partKey(key, 0), versionstamp: old?.versionstamp ?? null },
        sets,
        deletes,
        growth: bytes - (old?.head ? sizeOf(old.head) : 0),
        bytes: packed.length + OVERHEAD,
      });
    },
    waiting: () => waiting,
    flush,
    async tidy() {
      const lastUse = Math.floor((now() - ttl) / HOUR);
      await drop(
        { start: ["used"], end: ["used", lastUse] },
        ({ expires }) => expires <= now(),
        { left: Infinity },
      );
      const over = await size() - maxBytes;
      // A tenth more, so that not every scan has to.
      if (over > 0) await drop({ prefix: ["used"] }, () => true, { left: over + maxBytes / 10 });
    },
    async stats(): Promise<CacheStats> {
      let [entries, bytes, expired] = [0, 0, 0];
      for await (const { value } of kv.list({ prefix: ["used"] }, { batchSize: TIDIED_AT_ONCE })) {
        const indexed = indexedOf(value);
        entries++;
        bytes += indexed.bytes;
        if (indexed.expires <= now()) expired++;
      }
      return { entries, bytes, expired };
    },
    async verify(): Promise<Verified> {
      let [entries, damaged] = [0, 0];
      for await (const indexed of kv.list({ prefix: ["used"] }, { batchSize: TIDIED_AT_ONCE })) {
        const [, used, name] = indexed.key;
        const key = String(name);
        const head = headOf((await within(READ_MS, kv.get(partKey(key, 0)))).value);
        const whole = head && await wholeOf(key, head);
        if (head?.used === used && whole && unpack(key, whole) !== undefined) entries++;
        else {
          damaged++;
          change(await removal(key, Number(used), indexed));
        }
        if (changes.length >= TIDIED_AT_ONCE) await flush();
      }
      await flush();
      return { entries, damaged };
    },
    close: () => kv.close(),
  };
}
