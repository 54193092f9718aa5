// The options of `scan` about language models, and what they are asked through.

import type { Command } from "@commander-js/extra-typings";
import type { CountingAsker } from "../ai/mod.ts";
import type { Io } from "./io.ts";

export interface AiOptions {
  readonly ai?: true | undefined;
  readonly model?: string | undefined;
}

/** Adds them; whoever runs the command reads them out of its options. */
export function addAiOptions(command: Command<[string[]]>): void {
  command
    .option("--ai", "let a language model judge what is doubtful (default: Ollama on this machine)")
    .option("--model <name>", "the model to ask (default: the provider's)");
}

/** What the reviewer asks through; nothing of it is loaded before. */
export async function makeAsker(options: AiOptions, io: Io): Promise<CountingAsker> {
  const { openSession, SYSTEM_CLOCK } = await import("../ai/mod.ts");
  return await openSession({
    order: ["ollama"],
    budget: 1_000_000,
    concurrency: 50,
    maxRequests: 1000,
    timeoutMs: 60_000,
    settings: { ollama: { model: options.model } },
  }, {
    env: io.env,
    fetch: globalThis.fetch,
    clock: SYSTEM_CLOCK,
    random: Math.random,
    warn: (message) => io.writeError(`warning: ${message}\n`),
  });
}
