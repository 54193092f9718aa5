// What a cache needs of the place where it keeps its entries.

export interface Entries {
  /** In the order of the keys; `undefined` for what is not there, expired or damaged. */
  readonly get: (keys: readonly string[]) => Promise<readonly (Uint8Array | undefined)[]>;
  /** Held until `flush`. */
  readonly put: (key: string, packed: Uint8Array) => void;
  /** Bytes that wait for `flush`. */
  readonly waiting: () => number;
  readonly flush: () => Promise<void>;
  /** Takes away what has expired, and what was not used for longest where there is too much. */
  readonly tidy: () => Promise<void>;
  readonly stats: () => Promise<CacheStats>;
  /** Reads every entry, takes the damaged away, and counts anew. */
  readonly verify: () => Promise<Verified>;
  readonly close: () => void;
}

export interface CacheStats {
  readonly entries: number;
  readonly bytes: number;
  readonly expired: number;
}

export interface Verified {
  readonly entries: number;
  readonly damaged: number;
}

export interface Keeping {
  readonly folder: string;
  /** Milliseconds that an entry counts. */
  readonly ttl: number;
  readonly maxBytes: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
