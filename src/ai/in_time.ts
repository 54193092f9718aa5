// Work that must end in time, whether it heeds its signal or not.

import type { Clock } from "./clock.ts";
import { ProviderError } from "./provider_error.ts";

interface Limit {
  /** Who is late. */
  readonly name: string;
  readonly ms: number;
  readonly clock: Clock;
}

/** What `work` resolves to; a `ProviderError` where that takes longer than `ms`. */
export async function inTime<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { name, ms, clock }: Limit,
): Promise<T> {
  const late = new AbortController();
  const done = new AbortController();
  const expiry = clock.wait(ms, done.signal).then((): never => {
    late.abort();
    throw new ProviderError("timeout", `${name} did not answer in time`, { mayBeBilled: true });
  });
  // It is over either way; only one of both is waited for.
  expiry.catch(() => {});
  try {
    return await Promise.race([work(late.signal), expiry]);
  } finally {
    done.abort();
  }
}
