// The store room: what is kept between runs.

export { indexBaseline, type Indexed, type IndexOptions, listBaselines } from "./baseline_index.ts";
export { type Cache, type CacheOptions, clearCache, openCache, openEntries } from "./cache.ts";
export type { CacheStats, Entries, Keeping, Verified } from "./_entries.ts";
export { Locked, withLock } from "./lock.ts";
export {
  appendToLog,
  type LogOptions,
  type LogPart,
  logParts,
  type LogPlace,
  noteOf,
  readLogPart,
} from "./log_file.ts";
export { Damaged, isGzip, packedFor, readPacked, TooLarge } from "./packed_file.ts";
export { replaceFile } from "./whole_file.ts";
