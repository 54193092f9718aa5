// The questions' way: through the limits and the budget to the providers in their order, and what
// is done about each kind of failure. Never throws for what a provider does.

import { printable } from "../core/mod.ts";
import { extractObject } from "./answer.ts";
import { type Breaker, createBreaker } from "./breaker.ts";
import type { Budget } from "./budget.ts";
import type { Clock } from "./clock.ts";
import { inTime } from "./in_time.ts";
import { createLimiter, type Limiter } from "./limiter.ts";
import { costOf, MAX_PROMPT_BYTES, type Price, promptBytes, worstCase } from "./prices.ts";
import type { Asker, ModelReply, ModelRequest, Provider, TokenUsage } from "./provider.ts";
import { ProviderError } from "./provider_error.ts";
import { backoff, MAX_TRIES, MAX_WAIT_MS } from "./retry.ts";
import { schemaFault } from "./schema_check.ts";

/** Of the name that a server gives its model. */
const MAX_NAME = 100;

/** A provider with what it costs and how much at once it takes. */
export interface Seat {
  readonly provider: Provider;
  /** Its name for people. */
  readonly label: string;
  readonly price: Price;
  readonly concurrency: number;
  /** What to do where the key is refused. */
  readonly setUp: string;
}

export interface AskerParts {
  /** In the order in which they are asked. */
  readonly seats: readonly Seat[];
  readonly budget: Budget;
  /** Requests under way at once, over all providers. */
  readonly concurrency: number;
  /** Requests in all, tries again included. */
  readonly maxRequests: number;
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Told once for each provider and kind of trouble. */
  readonly warn: (message: string) => void;
}

/** What one provider was asked and what it cost. */
export interface Spending {
  readonly provider: string;
  readonly model: string;
  readonly requests: number;
  readonly usage: TokenUsage;
  /** Micro-dollars. */
  readonly cost: number;
}

/** Why questions stayed without an answer, with how many. */
export interface Unanswered {
  readonly budget: number;
  readonly requests: number;
  readonly providers: number;
  readonly tooLong: number;
}

export interface CountingAsker extends Asker {
  spending(): readonly Spending[];
  unanswered(): Unanswered;
}

/** A seat with what has become of it. */
interface Place extends Seat {
  readonly limiter: Limiter;
  readonly breaker: Breaker;
  /** A refused key stays refused. */
  isStopped: boolean;
  /** After a 429 nobody asks before. */
  restsUntil: number;
  requests: number;
  input: number;
  output: number;
  cost: number;
}

type Outcome =
  | { readonly kind: "answer"; readonly reply: ModelReply }
  /** An answer of the wrong form, also when asked once more. */
  | { readonly kind: "malformed"; readonly reply?: ModelReply | undefined }
  | { readonly kind: "failed" | "budget" | "requests" };

export function createAsker(parts: AskerParts): CountingAsker {
  const { clock, budget } = parts;
  const limiter = createLimiter(parts.concurrency);
  const places = parts.seats.map((seat): Place => ({
    ...seat,
    limiter: createLimiter(seat.concurrency),
    breaker: createBreaker(),
    isStopped: false,
    restsUntil: 0,
    requests: 0,
    input: 0,
    output: 0,
    cost: 0,
  }));
  const unanswered = { budget: 0, requests: 0, providers: 0, tooLong: 0 };
  const told = new Set<string>();
  let sent = 0;

  function warn(place: Place, error: ProviderError): void {
    const key = `${place.provider.name} ${error.kind}`;
    if (told.has(key)) return;
    told.add(key);
    parts.warn(error.kind === "auth" ? `${error.message}. ${place.setUp}` : error.message);
  }

  /** What a provider says that it has counted is what it bills: it is told, and counts. */
  function tellExcess({ label }: Place): void {
    if (told.has(`${label} excess`)) return;
    told.add(`${label} excess`);
    parts.warn(`${label} counts more tokens than it was sent or allowed: the budget may not hold`);
  }

  async function askInOrder(request: ModelRequest): Promise<ModelReply | undefined> {
    let best: ModelReply | undefined;
    let reason: keyof Unanswered = "providers";
    if (promptBytes(request) > MAX_PROMPT_BYTES) {
      unanswered.tooLong++;
      return undefined;
    }
    for (const place of places) {
      const outcome = await place.limiter.run(() => askPlace(place, request));
      if (outcome.kind === "answer") return outcome.reply;
      if (outcome.kind === "malformed") best = betterOf(best, outcome.reply);
      if (outcome.kind === "budget" || outcome.kind === "requests") reason = outcome.kind;
    }
    if (best === undefined) unanswered[reason]++;
    return best;
  }

  /** Asks one provider until it has answered, or nothing more is to be hoped for. */
  async function askPlace(place: Place, request: ModelRequest): Promise<Outcome> {
    if (place.isStopped || !place.breaker.mayAsk(clock.now())) return { kind: "failed" };
    let question = request;
    let malformed: ModelReply | undefined;
    let isRepair = false;
    for (let tries = 1;; tries++) {
      await rest(place);
      if (place.isStopped) return { kind: "failed" };
      const result = await send(place, question);
      if (result === "budget" || result === "requests") {
        place.breaker.released();
        return { kind: result };
      }
      if (!(result instanceof ProviderError)) {
        const fault = faultOf(result, request);
        if (fault === undefined) {
          place.breaker.succeeded();
          return { kind: "answer", reply: result };
        }
        malformed = betterOf(malformed, result);
        question = repairOf(request, fault);
      } else {
        warn(place, result);
        if (result.kind === "auth") place.isStopped = true;
        const wait = waitAfter(place, result, tries);
        if (wait !== undefined) {
          if (result.kind === "rate-limit") place.restsUntil = clock.now() + wait;
          else await clock.wait(wait);
          continue;
        }
        if (result.kind !== "malformed") {
          place.breaker.failed(clock.now());
          return { kind: "failed" };
        }
        question = repairOf(request, "a JSON object");
      }
      if (isRepair) {
        place.breaker.failed(clock.now());
        return { kind: "malformed", reply: malformed };
      }
      isRepair = true;
    }
  }

  /** Milliseconds to wait before the same request goes again; `undefined` where it does not. */
  function waitAfter(place: Place, error: ProviderError, tries: number): number | undefined {
    if (tries >= MAX_TRIES) return undefined;
    const pause = backoff(tries, parts.random());
    if (error.kind === "network" || error.kind === "timeout") return pause;
    if (error.kind !== "rate-limit") return undefined;
    const asked = error.retryAfter ?? pause;
    if (asked > MAX_WAIT_MS && place !== places.at(-1)) return undefined;
    return Math.min(asked, MAX_WAIT_MS);
  }

  async function rest(place: Place): Promise<void> {
    const wait = place.restsUntil - clock.now();
    if (wait > 0) await clock.wait(wait);
  }

  /** One request, paid for. */
  async function send(
    place: Place,
    request: ModelRequest,
  ): Promise<ModelReply | ProviderError | "budget" | "requests"> {
    if (sent >= parts.maxRequests) return "requests";
    const worst = worstCase(request);
    const reservation = await budget.reserve(costOf(worst, place.price));
    if (reservation === undefined) return "budget";
    if (sent >= parts.maxRequests) {
      reservation.settle(0);
      return "requests";
    }
    sent++;
    place.requests++;
    let used: TokenUsage = { input: 0, output: 0 };
    try {
      const reply = await inTime((signal) => place.provider.ask(request, signal), {
        name: place.label,
        ms: parts.timeoutMs,
        clock,
      });
      used = reply.usage;
      if (used.input > worst.input || used.output > worst.output) tellExcess(place);
      return { ...reply, model: printable(reply.model).slice(0, MAX_NAME) };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.mayBeBilled) used = worst;
      return error;
    } finally {
      const cost = costOf(used, place.price);
      reservation.settle(cost);
      place.cost += cost;
      place.input += used.input;
      place.output += used.output;
    }
  }

  return {
    ask: (request) => limiter.run(() => askInOrder(request)),
    spending: () =>
      places.map(({ provider, requests, input, output, cost }) => ({
        provider: provider.name,
        model: provider.model,
        requests,
        usage: { input, output },
        cost,
      })),
    unanswered: () => ({ ...unanswered }),
  };
}

/** What is wrong with the form of an answer, as words that we wrote; `undefined`: nothing. */
function faultOf(reply: ModelReply, { schema }: ModelRequest): string | undefined {
  const value = extractObject(reply.text);
  return value === undefined ? "a JSON object" : schemaFault(value, schema);
}

/** An object of a wrong form says more than a text that holds none. */
function betterOf(
  one: ModelReply | undefined,
  other: ModelReply | undefined,
): ModelReply | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return extractObject(one.text) === undefined ? other : one;
}

/** The same question, with what was expected; what the model wrote is not sent back. */
function repairOf(request: ModelRequest, expected: string): ModelRequest {
  return {
    ...request,
    system: `${request.system}\n\nAn earlier answer was not of the form asked for: expected ` +
      `${expected}. Answer with nothing but one JSON object that meets the schema.`,
  };
}
