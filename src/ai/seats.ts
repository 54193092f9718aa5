// Providers by name made ready to be asked: key, address, price, limits. Making them ready sends
// nothing; what is wrong with what the user said is a failure.

import { Failure, printable } from "../core/mod.ts";
import { isLoopback, isProxied, ollamaAddress, readAddress } from "./addresses.ts";
import type { Seat } from "./asker.ts";
import { type ProviderEntry, type ProviderName, PROVIDERS } from "./catalogue.ts";
import type { Clock } from "./clock.ts";
import { type Fetch, guardedFetch } from "./guarded_fetch.ts";
import { findKey, fitsHeader, keyScrubber } from "./keys.ts";
import { FREE, listedPrice, type Price, priceInDollars } from "./prices.ts";
import { inTime } from "./in_time.ts";
import { ProviderError } from "./provider_error.ts";
import type { AiSettings, ProviderSettings } from "./settings.ts";

/** The outside world, as whoever opens a session hands it over. */
export interface World {
  readonly env: (name: string) => string | undefined;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly warn: (message: string) => void;
}

/** How long a check of health may take. */
const HEALTH_MS = 10_000;

export interface ReadySeat extends Seat {
  readonly name: ProviderName;
  readonly address: URL;
  /** The variable that the key was found in. */
  readonly keyFrom: string | undefined;
  /** Why it cannot be asked, whatever it answers. */
  readonly problem: string | undefined;
}

/** Makes a provider ready; nothing is sent. */
export async function readySeat(
  name: ProviderName,
  { settings, world }: { readonly settings: AiSettings; readonly world: World },
): Promise<ReadySeat> {
  const entry: ProviderEntry = PROVIDERS[name];
  const own: ProviderSettings = settings.of?.[name] ?? {};
  const model = own.model ?? entry.defaultModel;
  if (model === undefined) {
    throw new Failure("usage", `Expected a model for ${name}`, {
      hint: `Name it with --model. ${entry.setUp}`,
    });
  }
  const address = addressOf(name, own, world);
  const price = priceOf({ name, model, own, address });
  const found = findKey(entry.keys, world.env);
  const key = found !== undefined && fitsHeader(found.key) ? found.key : undefined;
  const make = await entry.load();
  return {
    name,
    label: entry.label,
    address,
    price,
    provider: make({
      name,
      label: entry.label,
      model,
      base: address,
      key,
      fetch: guardedFetch({
        provider: entry.label,
        base: address,
        fetch: world.fetch,
        scrub: keyScrubber(found?.key),
        now: world.clock.now,
      }),
    }),
    concurrency: own.concurrency ?? settings.concurrency ?? entry.concurrency,
    setUp: entry.setUp,
    keyFrom: found?.name,
    problem: keyProblem(entry, found, key),
  };
}

function addressOf(name: ProviderName, own: ProviderSettings, { env }: World): URL {
  const entry: ProviderEntry = PROVIDERS[name];
  const fromEnv = env(entry.addressVariable)?.trim() || undefined;
  const variable = fromEnv !== undefined && name === "ollama" ? ollamaAddress(fromEnv) : fromEnv;
  const text = own.chosenUrl ?? variable ?? own.baseUrl ?? entry.address;
  if (text === undefined) {
    throw new Failure("usage", `Expected the address of ${name} in ${entry.addressVariable}`, {
      hint: entry.setUp,
    });
  }
  const address = readAddress(text);
  if ("fault" in address) {
    throw new Failure("usage", `The address of ${name} cannot be used`, {
      hint: address.fault,
    });
  }
  if (isProxied(address.url, env)) {
    throw new Failure("usage", `A proxy would read what is sent to ${address.url.host}`, {
      hint: `Set NO_PROXY=${address.url.hostname}, or take HTTP_PROXY and ALL_PROXY away`,
    });
  }
  return address.url;
}

function priceOf(
  { name, model, own, address }: {
    readonly name: ProviderName;
    readonly model: string;
    readonly own: ProviderSettings;
    readonly address: URL;
  },
): Price {
  const entry: ProviderEntry = PROVIDERS[name];
  const prices = own.prices ?? {};
  if (own.price !== undefined) return priceInDollars(own.price);
  if (Object.hasOwn(prices, model)) return priceInDollars(prices[model]!);
  if (entry.isFree) return FREE;
  const listed = listedPrice(name, model);
  if (listed !== undefined) return listed;
  if (name === "openai-compatible" && isLoopback(address.hostname)) return FREE;
  throw new Failure("usage", `No price is known for the model "${printable(model)}" of ${name}`, {
    hint: "Say what it costs in dollars for a million tokens, in and out: --ai-price 0.25/2",
  });
}

function keyProblem(
  entry: ProviderEntry,
  found: { readonly name: string } | undefined,
  key: string | undefined,
): string | undefined {
  if (found !== undefined && key === undefined) {
    return `The key in ${found.name} holds what no header can carry`;
  }
  if (found !== undefined || entry.keys.length === 0 || entry.isKeyOptional) return undefined;
  return `${entry.label} has no key`;
}

/** Warned about where a key does not look like one of the provider's; it is used all the same. */
export function keyWarning({ name, keyFrom }: ReadySeat, { env }: World): string | undefined {
  const { keyForm }: ProviderEntry = PROVIDERS[name];
  if (keyFrom === undefined || keyForm === undefined) return undefined;
  if (keyForm.test(env(keyFrom)?.trim() ?? "")) return undefined;
  return `The key in ${keyFrom} does not look like one of ${PROVIDERS[name].label}'s; it is used`;
}

/** Asks for a list of models or the like, free of charge. What is wrong; `undefined`: nothing. */
export async function healthProblem(
  seat: ReadySeat,
  { clock }: World,
): Promise<string | undefined> {
  if (seat.problem !== undefined) return seat.problem;
  try {
    await inTime((signal) => seat.provider.checkHealth(signal), {
      name: seat.label,
      ms: HEALTH_MS,
      clock,
    });
    return undefined;
  } catch (error) {
    if (error instanceof ProviderError) return error.message;
    throw error;
  }
}
