// The reviewer's way to language models: providers, budget, limits, and what is done when they fail.

export { type CountingAsker, type Spending, type Unanswered } from "./asker.ts";
export { extractObject } from "./answer.ts";
export { dollars, MICROS_PER_DOLLAR } from "./budget.ts";
export { PROVIDER_NAMES, type ProviderEntry, type ProviderName, PROVIDERS } from "./catalogue.ts";
export { SYSTEM_CLOCK } from "./clock.ts";
export { PRICE_PAGES } from "./price_list.ts";
export type { Asker, ModelReply, ModelRequest, Provider, TokenUsage } from "./provider.ts";
export { schemaFault } from "./schema_check.ts";
export { healthProblem, keyWarning, type ReadySeat, readySeat, type World } from "./seats.ts";
export { type Estimate, openSession, type Session } from "./session.ts";
export type { AiSettings, ProviderSettings } from "./settings.ts";
export { type ExplainRequest, explainRequest, type Explanation, explanationOf } from "./explain.ts";
export { AI_RULES } from "./kinds.ts";
export type { Place } from "./places.ts";
export { systemText } from "./prompt.ts";
export { planned, type PlannedRequest, review, type ReviewInput } from "./review.ts";
export { readVerdictFile } from "./verdict_file.ts";
export type { KeptVerdict, VerdictStore } from "./verdicts.ts";
