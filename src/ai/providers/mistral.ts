// Mistral's chat completions: https://docs.mistral.ai/api/endpoint/chat

import type { Connection } from "../connection.ts";
import { at, count } from "../json.ts";
import { firstThatWorks, systemWithSchema, type Way } from "../ladder.ts";
import type { ModelReply, ModelRequest, Provider } from "../provider.ts";
import { ProviderError } from "../provider_error.ts";
import { strictSchema } from "../strict_schema.ts";
import { bearer, getJson, postJson, textOf } from "./_exchange.ts";

export function mistral(connection: Connection): Provider {
  const { name, model } = connection;
  const headers = bearer(connection);
  const way = (more: (request: ModelRequest) => object): Way => async (request, signal) => {
    const body = {
      model,
      messages: [
        { role: "system", content: request.system },
        { role: "user", content: request.user },
      ],
      max_tokens: request.maxOutputTokens,
      temperature: 0,
      ...more(request),
    };
    const sent = { body, headers, signal };
    return replyOf(await postJson(connection, "v1/chat/completions", sent), connection);
  };
  return {
    name,
    model,
    ask: firstThatWorks([
      way(({ schema, schemaName }) => ({
        response_format: {
          type: "json_schema",
          json_schema: { name: schemaName, schema: strictSchema(schema), strict: true },
        },
      })),
      way((request) => ({
        messages: [
          { role: "system", content: systemWithSchema(request) },
          { role: "user", content: request.user },
        ],
        response_format: { type: "json_object" },
      })),
    ]),
    async checkHealth(signal: AbortSignal): Promise<void> {
      await getJson(connection, `v1/models/${encodeURIComponent(model)}`, { headers, signal });
    },
  };
}

function replyOf(answer: unknown, { name, label, model }: Connection): ModelReply {
  const text = textOf(at(answer, "choices", 0, "message", "content"));
  const input = count(at(answer, "usage", "prompt_tokens"));
  const output = count(at(answer, "usage", "completion_tokens"));
  if (text === undefined || input === undefined || output === undefined) {
    throw new ProviderError("malformed", `${label} sent no text`, { mayBeBilled: true });
  }
  return { text, usage: { input, output }, model, provider: name };
}
