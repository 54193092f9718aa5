// All matches of one file, those of data flow and of its server included.

import type { SourceFile } from "../../src/core/mod.ts";
import {
  matchFile,
  matchFlows,
  matchServed,
  type RuleMatch,
  type ruleSet,
} from "../../src/scan/mod.ts";

type Matched = Awaited<ReturnType<typeof matchFile>>;

export async function matchAlone(
  file: SourceFile,
  rules: ReturnType<typeof ruleSet>,
): Promise<Omit<Matched, "matches"> & { readonly matches: readonly RuleMatch[] }> {
  const matched = await matchFile(file, rules);
  const { module, surface } = matched;
  const { path, context } = file;
  const flows = module && matchFlows([{ path, context, module }], { rules });
  const handlers = flows?.handlers ?? [];
  const served = matchServed(surface ? [{ path, context, surface }] : [], { rules, handlers });
  const across = [flows?.matches, served.matches].flatMap((each) => each?.get(path) ?? []);
  return {
    ...matched,
    diagnostics: [...matched.diagnostics, ...served.diagnostics],
    matches: [...matched.matches, ...across],
  };
}
