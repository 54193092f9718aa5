// Ollama's own interface: https://docs.ollama.com/api/chat

import { at, count } from "../json.ts";
import type { ModelReply, ModelRequest, Provider } from "../provider.ts";
import { ProviderError } from "../provider_error.ts";
import { requireModel } from "./_models.ts";
import { getJson, postJson } from "./_exchange.ts";
import type { Connection } from "../connection.ts";

/**
 * Tokens of prompt and answer together. Ollama cuts a longer prompt without a word, and loads the
 * model anew where this number changes.
 */
const CONTEXT_TOKENS = 16_384;

export function ollama(connection: Connection): Provider {
  const { name, label, model } = connection;
  return {
    name,
    model,
    async ask(request: ModelRequest, signal: AbortSignal): Promise<ModelReply> {
      const answer = await postJson(connection, "api/chat", {
        body: {
          model,
          stream: false,
          messages: [
            { role: "system", content: request.system },
            { role: "user", content: request.user },
          ],
          format: request.schema,
          options: {
            temperature: 0,
            num_predict: request.maxOutputTokens,
            num_ctx: CONTEXT_TOKENS,
          },
        },
        signal,
      });
      const text = at(answer, "message", "content");
      if (typeof text !== "string") throw new ProviderError("malformed", `${label} sent no text`);
      return {
        text,
        // What is still in its cache is not counted.
        usage: {
          input: count(at(answer, "prompt_eval_count")) ?? 0,
          output: count(at(answer, "eval_count")) ?? 0,
        },
        model,
        provider: name,
      };
    },
    async checkHealth(signal: AbortSignal): Promise<void> {
      const answer = await getJson(connection, "api/tags", { signal });
      const models = at(answer, "models");
      const names = Array.isArray(models) ? models.map((each) => at(each, "name")) : [];
      const wanted = model.includes(":") ? model : `${model}:latest`;
      requireModel({ ...connection, model: wanted }, names);
    },
  };
}
