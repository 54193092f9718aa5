// The scan room: what happens between a list of files and a report.

export { matchAlone } from "./alone.ts";
export { type ExcerptPlace, excerpts, maskedPrompt } from "./excerpt.ts";
export { type FlowMatches, matchFlows } from "./flows.ts";
export { matchFile, MAX_MATCHES, type RuleMatch } from "./matching.ts";
export { maskSecrets } from "./mask.ts";
export type { ScanCache } from "./cached.ts";
export type { ReadOutcome } from "./groups.ts";
export { scan, type ScanInput } from "./pipeline.ts";
export { matchServed } from "./served.ts";
export { ruleSet } from "./rule_set.ts";
