// The store room: what is kept between runs.

export { type Cache, type CacheOptions, clearCache, openCache, openEntries } from "./cache.ts";
export type { CacheStats, Entries, Keeping, Verified } from "./_entries.ts";
