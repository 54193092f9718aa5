// Sessions for tests: a world whose clock moves by itself, so that nothing is waited for, and
// variables that lead to servers on loopback.

import {
  type AiSettings,
  type ModelRequest,
  openSession,
  type ProviderName,
  PROVIDERS,
  type Session,
  type World,
} from "../../src/ai/mod.ts";
import type { FakeProvider } from "./fake_providers.ts";

/** A clock that a test holds: who waits goes on at once, and the time is then later. */
export interface LeapClock {
  readonly clock: World["clock"];
  /** What was waited for, in milliseconds; limits of time that were not reached do not count. */
  readonly waits: readonly number[];
  /** Lets limits of this length or more be reached; others than these end with what they limit. */
  limit: number;
}

/** `limits`: waits of this length are limits of time, which end only with what they limit. */
export function leapClock(limits: readonly number[] = [10_000, 60_000]): LeapClock {
  let now = Date.parse("2026-11-24T12:00:00Z");
  const waits: number[] = [];
  const held = {
    limit: Infinity,
    waits,
    clock: {
      now: () => now,
      wait: (ms: number, signal?: AbortSignal) => {
        if (signal !== undefined && limits.includes(ms) && ms < held.limit) {
          return new Promise<void>((end) => signal.addEventListener("abort", () => end()));
        }
        waits.push(ms);
        now += ms;
        return Promise.resolve();
      },
    },
  };
  return held;
}

export interface TestWorld extends World {
  readonly warnings: readonly string[];
}

export interface WorldOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: World["clock"];
  readonly fetch?: World["fetch"];
}

export function testWorld({ env = {}, clock, fetch = globalThis.fetch }: WorldOptions): TestWorld {
  const warnings: string[] = [];
  return {
    env: (name) => env[name],
    fetch,
    clock: clock ?? leapClock().clock,
    random: () => 0.5,
    warn: (message) => warnings.push(message),
    warnings,
  };
}

/** Keys of the form that each provider's have, and of no other use. */
export const TEST_KEYS: Readonly<Record<ProviderName, string>> = {
  ollama: "",
  openai: `sk-proj-${"o4Kx".repeat(8)}`,
  anthropic: `sk-ant-${"a7Qz".repeat(8)}`,
  gemini: `AIza${"g".repeat(35)}`,
  mistral: "m3".repeat(16),
  cohere: "c5".repeat(20),
  "openai-compatible": "local-key",
};

/** The variables that lead to `fakes`, each with its key. */
export function envFor(
  fakes: Partial<Readonly<Record<ProviderName, FakeProvider | string>>>,
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, fake] of Object.entries(fakes)) {
    const { addressVariable, keys } = PROVIDERS[name as ProviderName];
    env[addressVariable] = typeof fake === "string" ? fake : fake.url;
    if (keys[0] !== undefined) env[keys[0]] = TEST_KEYS[name as ProviderName];
  }
  return env;
}

/** A session over `fakes` in their order. */
export async function sessionOver(
  fakes: Partial<Readonly<Record<ProviderName, FakeProvider | string>>>,
  { settings = {}, ...options }: WorldOptions & { readonly settings?: AiSettings } = {},
): Promise<{ session: Session; world: TestWorld }> {
  const world = testWorld({ ...options, env: { ...envFor(fakes), ...options.env } });
  const providers = Object.keys(fakes) as ProviderName[];
  const session = await openSession({ providers, ...settings }, world);
  return { session, world };
}

export const VERDICT_SCHEMA = {
  type: "object",
  properties: {
    verdict: { type: "string", enum: ["vulnerable", "safe"] },
    reason: { type: "string", maxLength: 400 },
  },
  required: ["verdict", "reason"],
  additionalProperties: false,
} as const;

export const VERDICT = { verdict: "safe", reason: "The path is resolved and compared" } as const;

export function question(user = "What of this?"): ModelRequest {
  return {
    system: "Judge the code.",
    user,
    schema: VERDICT_SCHEMA,
    schemaName: "verdict",
    maxOutputTokens: 200,
  };
}
