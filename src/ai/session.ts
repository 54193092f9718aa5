// Providers by name made ready to be asked: key, address, price, limits. Nothing is sent before
// `checkHealth`.

import { ollamaAddress, readAddress } from "./addresses.ts";
import { type AskerParts, type CountingAsker, createAsker, type Seat } from "./asker.ts";
import { createBudget } from "./budget.ts";
import { type ProviderEntry, type ProviderName, PROVIDERS } from "./catalogue.ts";
import type { Clock } from "./clock.ts";
import { type Fetch, guardedFetch } from "./guarded_fetch.ts";
import { findKey, keyScrubber } from "./keys.ts";
import { FREE } from "./prices.ts";
import { ProviderError } from "./provider_error.ts";

/** The outside world, as whoever opens a session hands it over. */
export interface World {
  readonly env: (name: string) => string | undefined;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly warn: (message: string) => void;
}

/** What the user's own configuration says of one provider; never that of a scanned project. */
export interface ProviderSettings {
  readonly model?: string | undefined;
  readonly baseUrl?: string | undefined;
}

export interface Wanted extends Pick<AskerParts, "concurrency" | "maxRequests" | "timeoutMs"> {
  readonly order: readonly ProviderName[];
  /** Micro-dollars. */
  readonly budget: number;
  readonly settings: Partial<Readonly<Record<ProviderName, ProviderSettings>>>;
}

export async function openSession(wanted: Wanted, world: World): Promise<CountingAsker> {
  const seats: Seat[] = [];
  for (const name of wanted.order) {
    const seat = await openSeat(name, wanted, world);
    try {
      await seat.provider.checkHealth(AbortSignal.timeout(10_000));
      seats.push(seat);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      world.warn(`${error.message}. ${seat.setUp}`);
    }
  }
  return createAsker({ ...wanted, ...world, seats, budget: createBudget(wanted.budget) });
}

async function openSeat(name: ProviderName, wanted: Wanted, world: World): Promise<Seat> {
  const entry: ProviderEntry = PROVIDERS[name];
  const { model = entry.defaultModel, baseUrl } = wanted.settings[name] ?? {};
  const named = world.env(entry.addressVariable);
  const fromEnv = named === undefined || name !== "ollama" ? named : ollamaAddress(named);
  const address = readAddress(fromEnv ?? baseUrl ?? entry.address ?? "");
  if (model === undefined) throw new ProviderError("request", `${entry.label} needs a model`);
  if ("fault" in address) throw new ProviderError("elsewhere", address.fault);
  const key = findKey(entry.keys, world.env)?.key;
  const fetch = guardedFetch({
    provider: entry.label,
    base: address.url,
    fetch: world.fetch,
    scrub: keyScrubber(key),
    now: world.clock.now,
  });
  const make = await entry.load();
  return {
    provider: make({ name, model, base: address.url, fetch, key }),
    price: FREE,
    concurrency: Math.min(entry.concurrency, wanted.concurrency),
    setUp: entry.setUp,
  };
}
