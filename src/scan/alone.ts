// All matches of one file that stands alone, those of data flow and of its server included.

import type { SourceFile } from "../core/mod.ts";
import { matchFlows } from "./flows.ts";
import { matchFile, type RuleMatch } from "./matching.ts";
import type { RuleSet } from "./rule_set.ts";
import { matchServed } from "./served.ts";

type Matched = Awaited<ReturnType<typeof matchFile>>;

export async function matchAlone(
  file: SourceFile,
  rules: RuleSet,
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
