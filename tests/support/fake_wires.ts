// What each provider's interface looks like from the server's side.

import type { ProviderName } from "../../src/ai/mod.ts";

/** A question, whatever wire it came over. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
  readonly model: string;
  readonly schema: unknown;
  readonly maxOutputTokens: number | undefined;
  readonly temperature: number | undefined;
}

interface Given {
  readonly prompt: Prompt;
  readonly usage: { readonly input: number; readonly output: number };
}

export interface Wire {
  /** What the base address ends with. */
  readonly below: string;
  route(method: string, url: URL): "ask" | "health" | undefined;
  // deno-lint-ignore no-explicit-any
  prompt(body: any, url: URL): Prompt;
  key(headers: Readonly<Record<string, string>>): string | undefined;
  /** What a request lacks that the interface asks for. */
  missing(headers: Readonly<Record<string, string>>): string | undefined;
  models(names: readonly string[], url: URL): unknown;
  reply(answer: unknown, given: Given): unknown;
  error(status: number, message: string): unknown;
}

function asText(answer: unknown): string {
  return typeof answer === "string" ? answer : JSON.stringify(answer);
}

const ollama: Wire = {
  below: "/",
  route: (method, { pathname }) =>
    method === "POST" && pathname === "/api/chat"
      ? "ask"
      : method === "GET" && pathname === "/api/tags"
      ? "health"
      : undefined,
  prompt: (body) => ({
    system: body.messages[0].content,
    user: body.messages[1].content,
    model: body.model,
    schema: body.format,
    maxOutputTokens: body.options?.num_predict,
    temperature: body.options?.temperature,
  }),
  key: () => undefined,
  missing: () => undefined,
  models: (names) => ({ models: names.map((name) => ({ name, model: name })) }),
  reply: (answer, { prompt, usage }) => ({
    model: prompt.model,
    created_at: "2026-11-24T12:00:00Z",
    message: { role: "assistant", content: asText(answer) },
    done: true,
    done_reason: "stop",
    total_duration: 1_000_000,
    load_duration: 1_000,
    prompt_eval_count: usage.input,
    prompt_eval_duration: 1_000,
    eval_count: usage.output,
    eval_duration: 1_000,
  }),
  error: (_status, message) => ({ error: message }),
};

export const WIRES: Readonly<Record<ProviderName, Wire>> = { ollama };
