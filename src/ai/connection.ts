// What a provider is made from.

import type { Fetch } from "./guarded_fetch.ts";

export interface Connection {
  readonly name: string;
  /** The name for people. */
  readonly label: string;
  readonly model: string;
  /** Ends with `/`. */
  readonly base: URL;
  /** Goes nowhere but to the host of `base`; see `guardedFetch`. */
  readonly fetch: Fetch;
  readonly key?: string | undefined;
}
