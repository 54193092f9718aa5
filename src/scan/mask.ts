// A text with every secret in it masked, for examples and other text that is no finding's.

import { redactSpans, type SourceFile } from "../core/mod.ts";
import { matchFile } from "./matching.ts";
import type { RuleSet } from "./rule_set.ts";

export async function maskSecrets(file: SourceFile, rules: RuleSet): Promise<string> {
  const { secrets } = await matchFile(file, rules);
  return redactSpans(file.text, { offset: 0, secrets }).text;
}
