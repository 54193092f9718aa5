// What the user's own configuration may say of models. It never comes out of a scanned project: who
// is scanned must not choose who reads the code, nor where a key goes.

import type { ProviderName } from "./catalogue.ts";

export interface AiSettings {
  /** The order in which providers are asked; naming one that is paid for is consent to use it. */
  readonly providers?: readonly ProviderName[] | undefined;
  /** Dollars for one scan. */
  readonly budget?: number | undefined;
  readonly maxRequests?: number | undefined;
  /** Requests under way at once, over all providers. */
  readonly concurrency?: number | undefined;
  readonly timeoutMs?: number | undefined;
  readonly of?: Readonly<Partial<Record<ProviderName, ProviderSettings>>> | undefined;
}

export interface ProviderSettings {
  readonly model?: string | undefined;
  /** https, or http to this machine. A variable of the environment comes before it. */
  readonly baseUrl?: string | undefined;
  /** The same from the command line, which comes before everything. */
  readonly chosenUrl?: string | undefined;
  /** Requests under way at once. */
  readonly concurrency?: number | undefined;
  /** Dollars for a million tokens, from the command line. */
  readonly price?: { readonly input: number; readonly output: number } | undefined;
  /** Model → dollars for a million tokens; comes before the list of prices. */
  readonly prices?: Readonly<Record<string, { input: number; output: number }>> | undefined;
}
