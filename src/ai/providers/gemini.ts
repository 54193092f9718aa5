// Google's Gemini: https://ai.google.dev/api/generate-content. The key stands in a header, as an
// address is what logs and proxies keep.

import type { Connection } from "../connection.ts";
import { at, count } from "../json.ts";
import { firstThatWorks, systemWithSchema, type Way } from "../ladder.ts";
import type { ModelReply, ModelRequest, Provider } from "../provider.ts";
import { ProviderError } from "../provider_error.ts";
import { strictSchema } from "../strict_schema.ts";
import { getJson, postJson } from "./_exchange.ts";

export function gemini(connection: Connection): Provider {
  const { name, model, key = "" } = connection;
  const path = `v1beta/models/${encodeURIComponent(model)}`;
  const headers = { "x-goog-api-key": key };
  const way = (
    config: (request: ModelRequest) => object,
    system = (request: ModelRequest) => request.system,
  ): Way =>
  async (request, signal) => {
    const body = {
      systemInstruction: { parts: [{ text: system(request) }] },
      contents: [{ role: "user", parts: [{ text: request.user }] }],
      generationConfig: { maxOutputTokens: request.maxOutputTokens, ...config(request) },
    };
    const sent = { body, headers, signal };
    return replyOf(await postJson(connection, `${path}:generateContent`, sent), connection);
  };
  return {
    name,
    model,
    ask: firstThatWorks([
      way((request) => ({
        temperature: 0,
        responseMimeType: "application/json",
        responseJsonSchema: strictSchema(request.schema),
      })),
      way(() => ({ responseMimeType: "application/json" }), systemWithSchema),
      way(() => ({}), systemWithSchema),
    ]),
    async checkHealth(signal: AbortSignal): Promise<void> {
      await getJson(connection, path, { headers, signal });
    },
  };
}

function replyOf(answer: unknown, { name, label, model }: Connection): ModelReply {
  const parts = at(answer, "candidates", 0, "content", "parts");
  const texts = (Array.isArray(parts) ? parts : [])
    .filter((part) => at(part, "thought") !== true)
    .map((part) => at(part, "text"))
    .filter((text) => typeof text === "string");
  const input = count(at(answer, "usageMetadata", "promptTokenCount"));
  const output = count(at(answer, "usageMetadata", "candidatesTokenCount")) ?? 0;
  const thoughts = count(at(answer, "usageMetadata", "thoughtsTokenCount")) ?? 0;
  if (texts.length === 0 || input === undefined) {
    throw new ProviderError("malformed", `${label} sent no text`, { mayBeBilled: true });
  }
  const version = at(answer, "modelVersion");
  return {
    text: texts.join(""),
    usage: { input, output: output + thoughts },
    model: typeof version === "string" ? version : model,
    provider: name,
  };
}
