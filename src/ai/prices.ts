// What tokens cost, and the most that a request can cost.

import { MICROS_PER_DOLLAR } from "./budget.ts";
import { PRICE_PAGES } from "./price_list.ts";
import type { ModelRequest, TokenUsage } from "./provider.ts";

/** Micro-dollars for a million tokens: $0.25 is 250,000. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

export const FREE: Price = { input: 0, output: 0 };

const MILLION = 1_000_000;

/** `input` and `output` in dollars for a million tokens; rounded up to whole micro-dollars. */
export function priceInDollars({ input, output }: Price): Price {
  return {
    input: Math.ceil(input * MICROS_PER_DOLLAR),
    output: Math.ceil(output * MICROS_PER_DOLLAR),
  };
}

/**
 * The listed price of a model, or of the model that it is a dated edition of; `undefined` where it
 * is not known. All input counts as the dearest kind of input.
 */
export function listedPrice(provider: string, model: string): Price | undefined {
  const models = PRICE_PAGES[provider]?.models ?? {};
  for (const name of [model, model.replace(/-\d{4}-?\d{2}-?\d{2}$/, "")]) {
    if (!Object.hasOwn(models, name)) continue;
    const { input, output, cacheWrite = 0 } = models[name]!;
    return priceInDollars({ input: Math.max(input, cacheWrite), output });
  }
  return undefined;
}

/** Whole micro-dollars, rounded up. */
export function costOf(usage: TokenUsage, price: Price): number {
  return Math.ceil((usage.input * price.input + usage.output * price.output) / MILLION);
}

/** What providers put around a prompt: roles, the frame of a tool or schema. */
const FRAME_TOKENS = 1_000;

/** The longest prompt that is sent: below what providers charge more for. */
export const MAX_PROMPT_BYTES = 64 * 1024;

/**
 * The most that a request can be counted as: no tokeniser in use makes more tokens than there are
 * bytes, and no answer is longer than was allowed.
 */
export function worstCase(request: ModelRequest): TokenUsage {
  return { input: promptBytes(request) + FRAME_TOKENS, output: request.maxOutputTokens };
}

/** Instructions, question and schema; the schema twice, as some are told it in words too. */
export function promptBytes({ system, user, schema }: ModelRequest): number {
  return byteLength(system) + byteLength(user) + 2 * byteLength(JSON.stringify(schema));
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
