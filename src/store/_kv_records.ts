// What stands in the database for an entry, and how changes are put together for it. What is read
// back may be anything, and is checked.

// Limits of the database, with room for what it adds: values of 64 KiB, 10 keys a read, and an
// atomic of 100 checks, 1,000 mutations and 800 KiB.
export const PART_BYTES = 60 * 1024;
export const KEYS_A_READ = 10;
const MAX_CHECKS = 100;
const MAX_MUTATIONS = 900;
export const MAX_BYTES = 700 * 1024;
const MAX_PARTS = 200;

/** What an entry takes beside its bytes: keys and records. */
export const OVERHEAD = 300;
/** The first part of an entry. */
export interface Head {
  readonly written: number;
  readonly expires: number;
  /** The hour of last use, under which the index has it. */
  readonly used: number;
  readonly parts: number;
  readonly data: Uint8Array;
}

export interface Indexed {
  readonly bytes: number;
  readonly expires: number;
}

/** One entry's part of a write: all of it happens or none. */
export interface Change {
  readonly check: Deno.AtomicCheck;
  readonly sets: readonly (readonly [Deno.KvKey, unknown])[];
  readonly deletes: readonly Deno.KvKey[];
  /** By how much the store grows. */
  readonly growth: number;
  readonly bytes: number;
}

export function partKey(key: string, part: number): Deno.KvKey {
  return ["entry", key, part];
}

export function usedKey(used: number, key: string): Deno.KvKey {
  return ["used", used, key];
}

export function isFresh(head: Head, { ttl, at }: { ttl: number; at: number }): boolean {
  // One of the future was written under a clock that has been put back since.
  return head.written <= at && at < Math.min(head.expires, head.written + ttl);
}

export function sizeOf({ parts, data }: Head): number {
  return OVERHEAD + (parts - 1) * PART_BYTES + data.length;
}

/** What stands in the store may be anything. */
export function headOf(value: unknown): Head | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const head = value as Partial<Record<keyof Head, unknown>>;
  const { written, expires, used, parts, data } = head;
  if (![written, expires, used, parts].every(Number.isFinite)) return undefined;
  const isCount = Number.isInteger(parts) && Number(parts) >= 1 && Number(parts) <= MAX_PARTS;
  return isCount && data instanceof Uint8Array ? value as Head : undefined;
}

export function indexedOf(value: unknown): Indexed {
  const { bytes, expires } = (value ?? {}) as Partial<Record<keyof Indexed, unknown>>;
  return { bytes: Number.isInteger(bytes) ? Number(bytes) : 0, expires: Number(expires) || 0 };
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function* batchesOf(changes: readonly Change[]): Generator<readonly Change[]> {
  let batch: Change[] = [];
  let [bytes, mutations] = [0, 0];
  for (const one of changes) {
    const own = one.sets.length + one.deletes.length;
    const isFull = batch.length >= MAX_CHECKS || mutations + own > MAX_MUTATIONS ||
      bytes + one.bytes > MAX_BYTES;
    if (isFull && batch.length > 0) {
      yield batch;
      [batch, bytes, mutations] = [[], 0, 0];
    }
    batch.push(one);
    bytes += one.bytes;
    mutations += own;
  }
  if (batch.length > 0) yield batch;
}
