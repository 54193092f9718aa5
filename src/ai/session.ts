// One scan's questions to models: who will be asked, what that can cost, and the asking.

import { type CountingAsker, createAsker } from "./asker.ts";
import { createBudget, MICROS_PER_DOLLAR } from "./budget.ts";
import type { ProviderName } from "./catalogue.ts";
import { costOf, worstCase } from "./prices.ts";
import type { ModelRequest, TokenUsage } from "./provider.ts";
import { healthProblem, keyWarning, type ReadySeat, readySeat, type World } from "./seats.ts";
import type { AiSettings } from "./settings.ts";

const DEFAULTS = {
  /** Local, free, and never another without being named. */
  providers: ["ollama"] as readonly ProviderName[],
  budget: 1,
  maxRequests: 1_000,
  concurrency: 50,
  timeoutMs: 60_000,
};

/** The most that questions can come to, each answered at once by the dearest of the providers. */
export interface Estimate {
  readonly requests: number;
  readonly usage: TokenUsage;
  /** Micro-dollars. */
  readonly cost: number;
}

export interface Session {
  /** In the order in which they are asked. */
  readonly seats: readonly ReadySeat[];
  /** Micro-dollars. */
  readonly budget: number;
  /** Some of what is asked is paid for. */
  readonly isPaid: boolean;
  estimate(requests: readonly ModelRequest[]): Estimate;
  /**
   * Looks who is there, free of charge, and leaves out who is not; `undefined` where nobody is.
   */
  start(): Promise<CountingAsker | undefined>;
}

/** Makes ready what `settings` name; sends nothing. A `Failure` says what is wrong with them. */
export async function openSession(settings: AiSettings, world: World): Promise<Session> {
  const order = [...new Set(settings.providers ?? DEFAULTS.providers)];
  const seats: ReadySeat[] = [];
  for (const name of order) seats.push(await readySeat(name, { settings, world }));
  const budget = Math.round((settings.budget ?? DEFAULTS.budget) * MICROS_PER_DOLLAR);
  return {
    seats,
    budget,
    isPaid: seats.some(({ price }) => price.input > 0 || price.output > 0),
    estimate: (requests) => estimateOf(requests, seats),
    async start() {
      const present = await presentSeats(seats, world);
      if (present.length === 0) return undefined;
      return createAsker({
        seats: present,
        budget: createBudget(budget),
        concurrency: settings.concurrency ?? DEFAULTS.concurrency,
        maxRequests: settings.maxRequests ?? DEFAULTS.maxRequests,
        timeoutMs: settings.timeoutMs ?? DEFAULTS.timeoutMs,
        ...world,
      });
    },
  };
}

async function presentSeats(seats: readonly ReadySeat[], world: World): Promise<ReadySeat[]> {
  const problems = await Promise.all(seats.map((seat) => healthProblem(seat, world)));
  return seats.filter((seat, at) => {
    const problem = problems[at];
    if (problem !== undefined) {
      world.warn(`${problem}. ${seat.setUp}`);
      return false;
    }
    const warning = keyWarning(seat, world);
    if (warning !== undefined) world.warn(warning);
    return true;
  });
}

function estimateOf(requests: readonly ModelRequest[], seats: readonly ReadySeat[]): Estimate {
  let [input, output, cost] = [0, 0, 0];
  for (const request of requests) {
    const worst = worstCase(request);
    input += worst.input;
    output += worst.output;
    cost += Math.max(0, ...seats.map(({ price }) => costOf(worst, price)));
  }
  return { requests: requests.length, usage: { input, output }, cost };
}
