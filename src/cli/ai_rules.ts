// Rules that no scan runs by itself: what a model may report.

import type { RuleInfo } from "../core/mod.ts";

/** `undefined` for every other id. */
export async function aiRule(id: string): Promise<RuleInfo | undefined> {
  const { AI_RULES } = await import("../ai/mod.ts");
  return AI_RULES.find((rule) => rule.id === id);
}
