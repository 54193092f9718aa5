// All matches of one file, those of data flow included.

import type { SourceFile } from "../../src/core/mod.ts";
import { matchFile, matchFlows, type RuleMatch, type ruleSet } from "../../src/scan/mod.ts";

type Matched = Awaited<ReturnType<typeof matchFile>>;

export async function matchAlone(
  file: SourceFile,
  rules: ReturnType<typeof ruleSet>,
): Promise<Omit<Matched, "matches"> & { readonly matches: readonly RuleMatch[] }> {
  const matched = await matchFile(file, rules);
  const { module } = matched;
  const flows = module &&
    matchFlows([{ path: file.path, context: file.context, module }], { rules });
  return { ...matched, matches: [...matched.matches, ...flows?.matches.get(file.path) ?? []] };
}
