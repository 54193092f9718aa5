// Where a text holds what the rules about secrets know for one.

import { ALL_RULES } from "../detectors/mod.ts";
import { matchFile, ruleSet } from "../scan/mod.ts";

/** Offsets of secrets in a file of YAML, in order. */
export async function secretPlaces(text: string): Promise<readonly number[]> {
  const rules = ruleSet(
    ALL_RULES.filter(({ family, matcher }) => family === "secrets" && matcher.kind === "text"),
  );
  // Any name without a meaning of its own.
  const { secrets } = await matchFile({ path: "settings.yaml", kind: "yaml", text }, rules);
  return secrets.map(({ start }) => start).sort((a, b) => a - b);
}
