// Anthropic's Messages: https://platform.claude.com/docs/en/api/messages

import Anthropic from "@anthropic-ai/sdk";
import type {
  Message,
  MessageCreateParamsNonStreaming,
} from "@anthropic-ai/sdk/resources/messages";
import type { Connection } from "../connection.ts";
import { at, count } from "../json.ts";
import { firstThatWorks, systemWithSchema, type Way } from "../ladder.ts";
import type { ModelReply, ModelRequest, Provider } from "../provider.ts";
import { ProviderError } from "../provider_error.ts";
import { strictSchema } from "../strict_schema.ts";
import { SDK_TIMEOUT_MS, unwrapped, withOwnKey } from "./_sdk.ts";

/** The SDK's types have lost the temperature, as newer models refuse it. */
type Body = MessageCreateParamsNonStreaming & { readonly temperature?: number };
type More = (request: ModelRequest) => Partial<Body>;

/** Models that take a temperature: up to version 4.6. */
const TAKES_TEMPERATURE = /^claude-(?:3|(?:haiku|sonnet|opus)-4-(?:[0-6]$|[0-6]-|\d{8}))/;

export function anthropic(connection: Connection): Provider {
  const { name, label, model } = connection;
  // Made when it is first needed: it looks at variables that others need no permission for.
  let made: Anthropic | undefined;
  const call = async <T>(work: (client: Anthropic) => Promise<T>): Promise<T> => {
    try {
      return await work(made ??= clientFor(connection));
    } catch (error) {
      throw unwrapped(error, label);
    }
  };
  const way = (more: More): Way => async (request, signal) => {
    const body: Body = {
      model,
      max_tokens: request.maxOutputTokens,
      system: request.system,
      messages: [{ role: "user", content: request.user }],
      ...more(request),
    };
    return replyOf(await call((client) => client.messages.create(body, { signal })), connection);
  };
  return {
    name,
    model,
    ask: firstThatWorks(waysOf(model).map(way)),
    async checkHealth(signal: AbortSignal): Promise<void> {
      await call((client) => client.models.retrieve(model, {}, { signal }));
    },
  };
}

function clientFor(connection: Connection): Anthropic {
  return new Anthropic({
    apiKey: connection.key ?? "none",
    // `null`: not out of the environment either.
    webhookKey: null,
    baseURL: connection.base.href.replace(/\/$/, ""),
    maxRetries: 0,
    timeout: SDK_TIMEOUT_MS,
    logLevel: "off",
    openTelemetry: false,
    fetch: withOwnKey(connection),
  });
}

/** Thinking is paid for and takes room from the answer: off where a model lets it be. */
function waysOf(model: string): More[] {
  return [
    (request) => ({
      output_config: { format: formatOf(request) },
      thinking: { type: "disabled" },
      ...(TAKES_TEMPERATURE.test(model) && { temperature: 0 }),
    }),
    (request) => ({ output_config: { format: formatOf(request), effort: "low" } }),
    toolOf,
    (request) => ({ system: systemWithSchema(request) }),
  ];
}

function formatOf(
  { schema }: ModelRequest,
): { type: "json_schema"; schema: Record<string, unknown> } {
  return { type: "json_schema", schema: { ...strictSchema(schema) } };
}

/** A tool that the model has to call: its arguments are the answer. */
function toolOf({ schema, schemaName }: ModelRequest): Partial<Body> {
  return {
    tools: [{
      name: schemaName,
      description: "Takes the answer.",
      input_schema: { ...strictSchema(schema), type: "object" },
    }],
    tool_choice: { type: "tool", name: schemaName },
  };
}

function replyOf(answer: Message, { name, label, model }: Connection): ModelReply {
  // The types are a promise of the SDK's; what came may be anything.
  const input = count(at(answer, "usage", "input_tokens"));
  const output = count(at(answer, "usage", "output_tokens"));
  const text = textOf(at(answer, "content"));
  if (text === "" || input === undefined || output === undefined) {
    throw new ProviderError("malformed", `${label} sent no text`, { mayBeBilled: true });
  }
  const cached = ["cache_creation_input_tokens", "cache_read_input_tokens"]
    .reduce((sum, kind) => sum + (count(at(answer, "usage", kind)) ?? 0), 0);
  const answering = at(answer, "model");
  return {
    text,
    usage: { input: input + cached, output },
    model: typeof answering === "string" ? answering : model,
    provider: name,
  };
}

function textOf(content: unknown): string {
  const blocks = Array.isArray(content) ? content : [];
  const call = blocks.find((block) => at(block, "type") === "tool_use");
  if (call !== undefined) return JSON.stringify(at(call, "input")) ?? "";
  return blocks.map((block) => at(block, "type") === "text" ? at(block, "text") : undefined)
    .filter((text) => typeof text === "string").join("");
}
