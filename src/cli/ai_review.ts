// The review of a scan by language models, as `scan --ai` runs it. Nothing of the room of models is
// loaded without `--ai`, so that a scan without it has no way to the network.

import type { Finding, HandlerWork, ScanReport, SourceFile } from "../core/mod.ts";
import { defuseCommands, printable } from "../core/mod.ts";
import { ALL_RULES } from "../detectors/mod.ts";
import { excerpts, maskedPrompt, ruleSet } from "../scan/mod.ts";
import { type AiOptions, makeAsker } from "./ai_options.ts";
import type { Io } from "./io.ts";
import type { Log } from "./log.ts";
import type { ReviewOptions } from "./review_options.ts";
import { openVerdicts, type VerdictOptions } from "./verdicts.ts";

/** Places whose excerpts are made at once; who asks keeps limits of its own. */
const AT_ONCE = 50;

export interface ReviewerOptions extends AiOptions, ReviewOptions, VerdictOptions {}

export interface Reviewer {
  /** Files of its own, absolute, that are no part of the target. */
  readonly files: readonly string[];
  readonly onHandlers: (handlers: readonly HandlerWork[]) => void;
  /** The report with reviews; or, with `--ai-show-prompts`, what would be asked, for a reader. */
  readonly review: (report: ScanReport, context: ReviewContext) => Promise<ScanReport | string>;
}

export interface ReviewContext {
  /** The findings of the report with what is set aside or known. */
  readonly triaged: readonly Finding[];
  readonly read: (path: string) => Promise<SourceFile | undefined>;
  readonly onProgress: (done: number, total: number) => void;
}

/** `undefined` without `--ai`. */
export async function openReviewer(
  io: Io,
  { options, log }: { readonly options: ReviewerOptions; readonly log: Log },
): Promise<Reviewer | undefined> {
  if (options.ai !== true) return undefined;
  const handlers: HandlerWork[] = [];
  const verdicts = options.aiShowPrompts ? undefined : await openVerdicts(io, { options, log });
  const rules = ruleSet(ALL_RULES);
  const partsOf = ({ triaged, read }: ReviewContext) => ({
    triaged,
    handlers,
    excerpt: excerpts({ rules, read }),
    redact: (text: string) => maskedPrompt(text, rules),
    random: () => crypto.getRandomValues(new Uint8Array(8)).toHex(),
  });
  return {
    files: verdicts?.files ?? [],
    onHandlers: (some) => void handlers.push(...some),
    review: async (report, context) => {
      if (options.aiShowPrompts) return await showPrompts(report, partsOf(context));
      const { PROVIDERS, review } = await import("../ai/mod.ts");
      const asker = options.aiReplay ? undefined : await makeAsker(options, io);
      const asked = asker?.spending() ??
        [{ provider: "ollama", model: options.model ?? PROVIDERS.ollama.defaultModel }];
      const judged = await review(report, {
        ...partsOf(context),
        asker,
        verdicts,
        models: asked.map(({ provider, model }) => `${provider}/${model}`),
        atOnce: AT_ONCE,
        onProgress: context.onProgress,
      });
      await verdicts?.close();
      return judged;
    },
  };
}

async function showPrompts(
  report: ScanReport,
  parts: Parameters<typeof import("../ai/mod.ts").planned>[1],
): Promise<string> {
  const { planned } = await import("../ai/mod.ts");
  const all = await planned(report, parts);
  const pages = all.map(({ place: { location }, request, isSecond }, i) => {
    const when = isSecond ? ", only where the one before acquits" : "";
    const head = `--- ${i + 1} of ${all.length}: ${location.file}:${location.line}${when}`;
    return `${printable(head)}\n[system]\n${request.system}\n[user]\n${request.user}\n`;
  });
  return defuseCommands(pages.length === 0 ? "Nothing would be asked\n" : pages.join("\n"));
}
