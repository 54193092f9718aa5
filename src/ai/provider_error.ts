// What can go wrong between us and a provider; what is done about each kind stands in asker.ts.
// A message never holds a key, nor anything that was sent.

import { printable } from "../core/mod.ts";

export type Trouble =
  /** No answer: refused, reset, unknown host. */
  | "network"
  /** No whole answer in time. */
  | "timeout"
  /** 401, 403, or no key at all. */
  | "auth"
  /** 429. */
  | "rate-limit"
  /** 5xx. */
  | "server"
  /** Any other status: the request is not what this model takes. */
  | "request"
  /** Not what the provider's interface says: no JSON, no text in it, or too long. */
  | "malformed"
  /** Somebody else would get what is meant for the provider: a redirect, another host. */
  | "elsewhere";

export interface TroubleDetails {
  readonly status?: number;
  /** Milliseconds that the provider asks to wait. */
  readonly retryAfter?: number;
  /** The tokens may be billed though no answer came. */
  readonly mayBeBilled?: boolean;
  readonly cause?: unknown;
}

export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly kind: Trouble;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  readonly mayBeBilled: boolean;

  /** `message`: capital, no full stop. */
  constructor(kind: Trouble, message: string, details: TroubleDetails = {}) {
    super(printable(message), { cause: details.cause });
    this.kind = kind;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
    this.mayBeBilled = details.mayBeBilled ?? false;
  }
}
