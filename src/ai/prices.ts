// What tokens cost, and the most that a request can cost.

import type { ModelRequest, TokenUsage } from "./provider.ts";

/** Micro-dollars for a million tokens: $0.25 is 250,000. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

export const FREE: Price = { input: 0, output: 0 };

const MILLION = 1_000_000;

/** Whole micro-dollars, rounded up. */
export function costOf(usage: TokenUsage, price: Price): number {
  return Math.ceil((usage.input * price.input + usage.output * price.output) / MILLION);
}

/** What providers put around a prompt: roles, the frame of a tool or schema. */
const FRAME_TOKENS = 1_000;

/**
 * The most that a request can be counted as: no tokeniser in use makes more tokens than there are
 * bytes, and no answer is longer than was allowed.
 */
export function worstCase(request: ModelRequest): TokenUsage {
  const bytes = byteLength(request.system) + byteLength(request.user) +
    byteLength(JSON.stringify(request.schema));
  return { input: bytes + FRAME_TOKENS, output: request.maxOutputTokens };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
