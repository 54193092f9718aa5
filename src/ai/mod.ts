// The reviewer's way to language models: providers, budget, limits, and what is done when they fail.

export type { CountingAsker, Spending, Unanswered } from "./asker.ts";
export { extractObject } from "./answer.ts";
export { dollars, MICROS_PER_DOLLAR } from "./budget.ts";
export { PROVIDER_NAMES, type ProviderName, PROVIDERS } from "./catalogue.ts";
export { SYSTEM_CLOCK } from "./clock.ts";
export type { Asker, ModelReply, ModelRequest, Provider, TokenUsage } from "./provider.ts";
export { openSession } from "./session.ts";
