// Cohere's chat, second version: https://docs.cohere.com/reference/chat

import type { Connection } from "../connection.ts";
import { at, count } from "../json.ts";
import { firstThatWorks, systemWithSchema, type Way } from "../ladder.ts";
import type { ModelReply, ModelRequest, Provider } from "../provider.ts";
import { ProviderError } from "../provider_error.ts";
import { strictSchema } from "../strict_schema.ts";
import { bearer, getJson, postJson, textOf } from "./_exchange.ts";

export function cohere(connection: Connection): Provider {
  const { name, model } = connection;
  const headers = bearer(connection);
  const way = (
    format: (request: ModelRequest) => object,
    system = (request: ModelRequest) => request.system,
  ): Way =>
  async (request, signal) => {
    const body = {
      model,
      stream: false,
      messages: [
        { role: "system", content: system(request) },
        { role: "user", content: request.user },
      ],
      max_tokens: request.maxOutputTokens,
      temperature: 0,
      ...format(request),
    };
    return replyOf(await postJson(connection, "v2/chat", { body, headers, signal }), connection);
  };
  return {
    name,
    model,
    ask: firstThatWorks([
      way(({ schema }) => ({
        response_format: { type: "json_object", json_schema: strictSchema(schema) },
      })),
      way(() => ({}), systemWithSchema),
    ]),
    async checkHealth(signal: AbortSignal): Promise<void> {
      await getJson(connection, `v1/models/${encodeURIComponent(model)}`, { headers, signal });
    },
  };
}

function replyOf(answer: unknown, { name, label, model }: Connection): ModelReply {
  const text = textOf(at(answer, "message", "content"));
  const input = tokens(answer, "input_tokens");
  const output = tokens(answer, "output_tokens");
  if (text === undefined || input === undefined || output === undefined) {
    throw new ProviderError("malformed", `${label} sent no text`, { mayBeBilled: true });
  }
  return { text, usage: { input, output }, model, provider: name };
}

/** What is billed, or where that is not told, what was processed. */
function tokens(answer: unknown, kind: string): number | undefined {
  return count(at(answer, "usage", "billed_units", kind)) ??
    count(at(answer, "usage", "tokens", kind));
}
