// Where a text holds what the rules about secrets know for one.

import { ALL_RULES } from "../detectors/mod.ts";
import { matchFile, ruleSet } from "../scan/mod.ts";

/** The others go by names, which settings have of their own: `hardcoded-password: critical`. */
const BY_SHAPE: ReadonlySet<string> = new Set([
  "aws-secret-key",
  "credentials-in-url",
  "encoded-token",
  "json-web-token",
  "private-key",
  "provider-token",
]);

/** Offsets of secrets in a file of YAML, in order. */
export async function secretPlaces(text: string): Promise<readonly number[]> {
  const rules = ruleSet(ALL_RULES.filter(({ id }) => BY_SHAPE.has(id)));
  // Any name without a meaning of its own.
  const { secrets } = await matchFile({ path: "settings.yaml", kind: "yaml", text }, rules);
  return secrets.map(({ start }) => start).sort((a, b) => a - b);
}
