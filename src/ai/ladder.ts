// Ways to ask one and the same question, the strictest first: not every model takes a schema, or a
// temperature. What a model has taken is what it is asked by from then on.

import type { ModelReply, ModelRequest } from "./provider.ts";
import { ProviderError } from "./provider_error.ts";

export type Way = (request: ModelRequest, signal: AbortSignal) => Promise<ModelReply>;

/** The statuses by which providers refuse a parameter; nothing is billed for them. */
const REFUSED = [400, 422];

export function firstThatWorks(ways: readonly Way[]): Way {
  let start = 0;
  return async (request, signal) => {
    for (let at = start;; at++) {
      try {
        const reply = await ways[at]!(request, signal);
        start = Math.max(start, at);
        return reply;
      } catch (error) {
        const isRefused = error instanceof ProviderError && error.kind === "request" &&
          REFUSED.includes(error.status ?? 0);
        if (!isRefused || at === ways.length - 1) throw error;
      }
    }
  };
}

/** The system prompt for a way that cannot carry the schema. */
export function systemWithSchema({ system, schema }: ModelRequest): string {
  return `${system}\n\nAnswer with nothing but one JSON object that meets this JSON Schema:\n` +
    JSON.stringify(schema);
}
