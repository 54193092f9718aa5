// What the SDKs have in common: they wrap what the guarded door throws.

import type { Connection } from "../connection.ts";
import type { Fetch } from "../guarded_fetch.ts";
import { ProviderError } from "../provider_error.ts";

/** Longer than any request of ours: our own limit counts. */
export const SDK_TIMEOUT_MS = 3_600_000;

/**
 * The door, with this one key: the SDKs let variables of the environment put others into their
 * headers, which may belong to another host.
 */
export function withOwnKey({ fetch, key }: Connection): Fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.delete("x-api-key");
    headers.delete("authorization");
    if (key !== undefined) headers.set("authorization", `Bearer ${key}`);
    return fetch(input, { ...init, headers });
  };
}

/** Our own error inside of what an SDK threw. */
export function unwrapped(error: unknown, provider: string): ProviderError {
  let here = error;
  for (let depth = 0; depth < 5 && here instanceof Error; depth++) {
    if (here instanceof ProviderError) return here;
    if (here instanceof Deno.errors.NotCapable) {
      return new ProviderError(
        "elsewhere",
        `No permission for what the SDK of ${provider} looks ` +
          "at: add -P=ai to the deno command line",
      );
    }
    here = here.cause;
  }
  return new ProviderError("malformed", `${provider} answered in a form that is not known`, {
    mayBeBilled: true,
    cause: error,
  });
}
