// The review of a scan by language models, as `scan --ai` runs it. Nothing of the room of models is
// loaded without `--ai`, so that a scan without it has no way to the network.

import type { AiSettings, CountingAsker, PlannedRequest, ReviewInput } from "../ai/mod.ts";
import {
  defuseCommands,
  type FileKind,
  type Finding,
  type HandlerWork,
  printable,
  type ScanReport,
  type SourceFile,
} from "../core/mod.ts";
import { ALL_RULES, DOUBTFUL_TEXT } from "../detectors/mod.ts";
import { excerpts, maskedPrompt, ruleSet, scan } from "../scan/mod.ts";
import type { AiOptions } from "./ai_options.ts";
import { estimateText, makeAsker, openAi } from "./ai_session.ts";
import type { Io } from "./io.ts";
import type { Log } from "./log.ts";
import type { ReviewOptions } from "./review_options.ts";
import { openVerdicts, type VerdictOptions } from "./verdicts.ts";

/** Places whose excerpts are made at once; who asks keeps limits of its own. */
const AT_ONCE = 50;

export interface ReviewerOptions extends AiOptions, ReviewOptions, VerdictOptions {
  readonly quiet?: boolean | undefined;
}

export interface Reviewer {
  /** Files of its own, absolute, that are no part of the target. */
  readonly files: readonly string[];
  readonly onHandlers: (handlers: readonly HandlerWork[]) => void;
  /** The report with reviews; or, where that alone is wanted, what would be asked, or its cost. */
  readonly review: (report: ScanReport, context: ReviewContext) => Promise<ScanReport | string>;
}

export interface ReviewContext {
  /** The findings of the report with what is set aside or known. */
  readonly triaged: readonly Finding[];
  readonly files: readonly { readonly path: string; readonly kind: FileKind }[];
  readonly read: (path: string) => Promise<SourceFile | undefined>;
  readonly onProgress: (done: number, total: number) => void;
  /** Nothing is under way that a line on the terminal would tell. */
  readonly onPause: () => void;
}

/** `undefined` without `--ai`. Fails early where the options cannot be met. */
export async function openReviewer(
  io: Io,
  { options, log, own }: {
    readonly options: ReviewerOptions;
    readonly log: Log;
    /** What the user's own settings say. */
    readonly own: AiSettings;
  },
): Promise<Reviewer | undefined> {
  if (options.ai !== true) return undefined;
  const session = await openAi(options, io, own);
  const models = session.seats.map(({ provider }) => `${provider.name}/${provider.model}`);
  const verdicts = await openVerdicts(io, { options, log });
  const handlers: HandlerWork[] = [];
  const inputFor = async (
    context: ReviewContext,
  ): Promise<Omit<ReviewInput, "asker" | "atOnce">> => ({
    ...reviewParts(context.read),
    triaged: context.triaged,
    handlers,
    texts: await doubtfulTexts(context),
    verdicts,
    models,
    onProgress: context.onProgress,
  });
  const run = async (report: ScanReport, context: ReviewContext): Promise<ScanReport | string> => {
    const { planned, review } = await import("../ai/mod.ts");
    const input = await inputFor(context);
    const plans = options.aiReplay ? [] : await planned(report, input);
    const requests = plans.map(({ request }) => request);
    context.onPause();
    if (options.aiShowPrompts) return promptsText(plans);
    if (options.aiEstimate) return await estimateText(session, requests);
    const asker = requests.length > 0
      ? await makeAsker(options, io, { requests, session })
      : undefined;
    const reviewed = await review(report, { ...input, asker, atOnce: AT_ONCE });
    context.onPause();
    if (asker && !options.quiet) io.writeError(await spendingText(asker));
    return reviewed;
  };
  return {
    files: verdicts.files,
    onHandlers: (some) => void handlers.push(...some),
    review: async (report, context) => {
      try {
        return await run(report, context);
      } finally {
        await verdicts.close();
      }
    },
  };
}

/** Texts for a model with some signs of an order, too few for any rule. */
async function doubtfulTexts({ files, read }: ReviewContext): Promise<readonly Finding[]> {
  const { findings } = await scan({
    tool: { name: "", version: "" },
    targets: [],
    rules: [DOUBTFUL_TEXT],
    files: files.map(({ path, kind }) => ({
      path,
      kind,
      read: async () => {
        const file = await read(path);
        return file ? { status: "read", file } : { status: "skipped", reason: "unreadable" };
      },
    })),
    skipped: {},
    diagnostics: [],
  });
  return findings;
}

/** What a review takes from the other rooms. */
export function reviewParts(
  read: ReviewContext["read"],
): Pick<ReviewInput, "excerpt" | "redact" | "random"> {
  const rules = ruleSet(ALL_RULES);
  return {
    excerpt: excerpts({ rules, read }),
    redact: (text) => maskedPrompt(text, rules),
    random: () => crypto.getRandomValues(new Uint8Array(8)).toHex(),
  };
}

function promptsText(plans: readonly PlannedRequest[]): string {
  const pages = plans.map(({ place: { location }, request, isSecond }, i) => {
    const when = isSecond ? ", only where the answer to the one before asks for it" : "";
    const head = `--- ${i + 1} of ${plans.length}: ${location.file}:${location.line}${when}`;
    return `${printable(head)}\n[system]\n${request.system}\n[user]\n${request.user}\n`;
  });
  return defuseCommands(pages.length === 0 ? "Nothing would be asked\n" : pages.join("\n"));
}

async function spendingText(asker: CountingAsker): Promise<string> {
  const { dollars } = await import("../ai/mod.ts");
  const lines = asker.spending().filter(({ requests }) => requests > 0).map((spent) => {
    const { provider, model, requests, usage: { input, output }, cost } = spent;
    return `Asked ${provider} (${printable(model)}): ${requests} requests, ${input} tokens in, ` +
      `${output} out, ${dollars(cost)}\n`;
  });
  const { budget, requests, tooLong, providers } = asker.unanswered();
  const why = [
    [budget, "as the budget is used up (--budget)"],
    [requests, "as there may be no more requests (--ai-max-requests)"],
    [tooLong, "as they are too long for the model"],
    [providers, "as nobody could"],
  ].filter(([count]) => count !== 0).map(([count, words]) => `${count} ${words}`);
  return lines.join("") + (why.length === 0 ? "" : `Not answered: ${why.join(", ")}\n`);
}
