// The options about language models: who is asked, with which model, and for how much at most.

import { type Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { AiSettings, ProviderName } from "../ai/mod.ts";
import { AI_PROVIDERS } from "../config/mod.ts";
import { Failure } from "../core/mod.ts";
import { parseDuration } from "./options.ts";
import { didYouMean } from "./suggest.ts";

/** A model's name, for one provider or for the first. */
interface ModelChoice {
  readonly provider: ProviderName | undefined;
  readonly model: string;
}

export interface AiOptions {
  readonly ai?: true | undefined;
  readonly provider?: readonly ProviderName[] | undefined;
  readonly model?: readonly ModelChoice[] | undefined;
  /** Dollars. */
  readonly budget?: number | undefined;
  readonly yes?: true | undefined;
  readonly aiEstimate?: true | undefined;
  readonly aiMaxRequests?: number | undefined;
  readonly aiConcurrency?: number | undefined;
  /** Milliseconds. */
  readonly aiTimeout?: number | undefined;
  readonly aiBaseUrl?: string | undefined;
  /** Dollars for a million tokens. */
  readonly aiPrice?: { readonly input: number; readonly output: number } | undefined;
  readonly quiet?: boolean | undefined;
}

/** Options that say nothing without `--ai`, as the command line has them. */
const NEEDS_AI: readonly (readonly [keyof AiOptions, string])[] = [
  ["provider", "--provider"],
  ["model", "--model"],
  ["budget", "--budget"],
  ["yes", "--yes"],
  ["aiEstimate", "--ai-estimate"],
  ["aiMaxRequests", "--ai-max-requests"],
  ["aiConcurrency", "--ai-concurrency"],
  ["aiTimeout", "--ai-timeout"],
  ["aiBaseUrl", "--ai-base-url"],
  ["aiPrice", "--ai-price"],
];

/** Adds them; whoever runs the command reads them with `aiOptions`. */
export function addAiOptions(command: Command<[string[]]>): void {
  command
    .option(
      "--ai",
      "let a language model judge what is doubtful; without --provider that is Ollama on this " +
        "machine",
    )
    .addOption(
      new Option(
        "--provider <names>",
        `whom to ask, in this order: ${AI_PROVIDERS.join(", ")}`,
      ).argParser(parseProviders),
    )
    .addOption(
      new Option(
        "--model <name>",
        "the model of the first provider, or of the one named: --model openai=gpt-6-sol " +
          "(repeatable)",
      ).argParser(collectModels),
    )
    .addOption(
      new Option("--budget <usd>", "the most that may be spent, in dollars (default: 1.00)")
        .argParser(parseDollars),
    )
    .option("--yes", "do not ask before more than half of the budget may be spent")
    .option("--ai-estimate", "tell what it would cost at most, and send nothing")
    .addOption(
      new Option("--ai-max-requests <n>", "the most requests, tries again included (default: 1000)")
        .argParser(parseCount),
    )
    .addOption(
      new Option(
        "--ai-concurrency <n>",
        "requests under way at once (default: 50, and fewer at some providers)",
      ).argParser(parseCount),
    )
    .addOption(
      new Option("--ai-timeout <time>", "how long one request may take (default: 60s)")
        .argParser(parseDuration),
    )
    .option("--ai-base-url <url>", "where the first provider is: https, or http to this machine")
    .addOption(
      new Option(
        "--ai-price <in/out>",
        "what the first provider's model costs, in dollars for a million tokens: 0.25/2",
      ).argParser(parsePrice),
    );
}

/** The options of a command that has been given them. */
export function aiOptions(command: { opts(): unknown }): AiOptions {
  const options = command.opts() as AiOptions;
  const lonely = NEEDS_AI.find(([name]) => options[name] !== undefined);
  if (options.ai !== true && lonely !== undefined) {
    throw new Failure("usage", `Expected --ai beside ${lonely[1]}`, {
      hint: "Nothing is sent to a model without --ai",
    });
  }
  return options;
}

/** What the command line says, and for the rest the user's own configuration. */
export function aiSettings(options: AiOptions, own: AiSettings = {}): AiSettings {
  const providers = options.provider ?? own.providers ?? ["ollama"];
  const [first] = providers;
  const of: Record<string, object> = { ...own.of };
  const add = (name: ProviderName, more: object): void => {
    of[name] = { ...of[name], ...more };
  };
  for (const { provider = first, model } of options.model ?? []) {
    if (provider === undefined || !providers.includes(provider)) {
      throw new Failure("usage", `Expected ${provider} among the providers that are asked`, {
        hint: `Add --provider ${provider}`,
      });
    }
    add(provider, { model });
  }
  if (first !== undefined && options.aiBaseUrl !== undefined) {
    add(first, { chosenUrl: options.aiBaseUrl });
  }
  if (first !== undefined && options.aiPrice !== undefined) add(first, { price: options.aiPrice });
  return {
    ...own,
    providers,
    of,
    ...(options.budget !== undefined && { budget: options.budget }),
    ...(options.aiMaxRequests !== undefined && { maxRequests: options.aiMaxRequests }),
    ...(options.aiConcurrency !== undefined && { concurrency: options.aiConcurrency }),
    ...(options.aiTimeout !== undefined && { timeoutMs: options.aiTimeout }),
  };
}

function parseProviders(given: string): readonly ProviderName[] {
  return given.split(",").map((each) => {
    const name = each.trim();
    const found = AI_PROVIDERS.find((known) => known === name);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(
      `Expected some of ${AI_PROVIDERS.join(", ")}.${didYouMean(name, AI_PROVIDERS)}`,
    );
  });
}

function collectModels(
  given: string,
  before: readonly ModelChoice[] = [],
): readonly ModelChoice[] {
  const provider = AI_PROVIDERS.find((name) => given.startsWith(`${name}=`));
  const model = provider === undefined ? given : given.slice(provider.length + 1);
  if (!/^[!-~]{1,200}$/.test(model)) {
    throw new InvalidArgumentError("Expected the name of a model, such as gpt-6-sol.");
  }
  return [...before, { provider, model }];
}

/** `1`, `0.25`, `$2.50` → dollars. */
function parseDollars(given: string): number {
  const [, amount] = /^\$?(\d{1,6}(?:\.\d{1,6})?)$/.exec(given.trim()) ?? [];
  if (amount !== undefined) return Number(amount);
  throw new InvalidArgumentError("Expected dollars, such as 0.50 or 2.");
}

function parseCount(given: string): number {
  const count = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (count > 0) return count;
  throw new InvalidArgumentError("Expected a whole number from 1 to 999999.");
}

function parsePrice(given: string): { input: number; output: number } {
  const [input, output, ...rest] = given.split("/");
  if (input === undefined || output === undefined || rest.length > 0) {
    throw new InvalidArgumentError("Expected two prices, such as 0.25/2.");
  }
  return { input: parseDollars(input), output: parseDollars(output) };
}
