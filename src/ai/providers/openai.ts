// OpenAI's Chat Completions, and the many servers that speak the same.

import OpenAI from "openai";
import type {
  ChatCompletion,
  ChatCompletionCreateParamsNonStreaming,
} from "openai/resources/chat/completions";
import type { Connection } from "../connection.ts";
import { at, count } from "../json.ts";
import { firstThatWorks, systemWithSchema, type Way } from "../ladder.ts";
import type { ModelReply, ModelRequest, Provider } from "../provider.ts";
import { ProviderError } from "../provider_error.ts";
import { strictSchema } from "../strict_schema.ts";
import { SDK_TIMEOUT_MS, unwrapped, withOwnKey } from "./_sdk.ts";

type Body = ChatCompletionCreateParamsNonStreaming;

export function openai(connection: Connection): Provider {
  const client = clientFor(connection);
  const shared = (request: ModelRequest): Partial<Body> => ({
    max_completion_tokens: request.maxOutputTokens,
    store: false,
  });
  return {
    name: connection.name,
    model: connection.model,
    ask: firstThatWorks(
      // Reasoning is paid for and takes room from the answer: off where a model lets it be.
      [
        way((request) => ({ ...strictly(request), temperature: 0, reasoning_effort: "none" })),
        way((request) => ({ ...strictly(request), reasoning_effort: "low" })),
        way((request) => ({ ...strictly(request), temperature: 0 })),
        way((request) => ({ messages: messagesOf(systemWithSchema(request), request) })),
      ].map((ask) => ask({ connection, client, shared })),
    ),
    // Asking for the one model needs no right to list them all.
    async checkHealth(signal: AbortSignal): Promise<void> {
      await sdk(connection, () => client.models.retrieve(connection.model, { signal }));
    },
  };
}

/** A server of somebody else's: older names of parameters. */
export function openaiCompatible(connection: Connection): Provider {
  const client = clientFor(connection);
  const shared = (request: ModelRequest): Partial<Body> => ({
    max_tokens: request.maxOutputTokens,
  });
  return {
    name: connection.name,
    model: connection.model,
    ask: firstThatWorks(
      [
        way((request) => ({ ...strictly(request), temperature: 0 })),
        way((request) => strictly(request)),
        way((request) => ({ messages: messagesOf(systemWithSchema(request), request) })),
      ].map((ask) => ask({ connection, client, shared })),
    ),
    // What it lists need not be all that it has: names of deployments are not in such a list, and
    // some have none. That it answers is enough.
    async checkHealth(signal: AbortSignal): Promise<void> {
      try {
        await sdk(connection, () => client.models.list({ signal }));
      } catch (error) {
        if (!(error instanceof ProviderError && error.status === 404)) throw error;
      }
    },
  };
}

function clientFor(connection: Connection): OpenAI {
  return new OpenAI({
    apiKey: connection.key ?? "none",
    // `null`: not out of the environment either.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: connection.base.href.replace(/\/$/, ""),
    maxRetries: 0,
    timeout: SDK_TIMEOUT_MS,
    logLevel: "off",
    fetch: withOwnKey(connection),
  });
}

interface Asked {
  readonly connection: Connection;
  readonly client: OpenAI;
  readonly shared: (request: ModelRequest) => Partial<Body>;
}

function way(more: (request: ModelRequest) => Partial<Body>): (asked: Asked) => Way {
  return ({ connection, client, shared }) => async (request, signal) => {
    const body: Body = {
      model: connection.model,
      messages: messagesOf(request.system, request),
      ...shared(request),
      ...more(request),
    };
    const answer = await sdk(connection, () => client.chat.completions.create(body, { signal }));
    return replyOf(answer, connection);
  };
}

function messagesOf(system: string, { user }: ModelRequest): Body["messages"] {
  return [{ role: "system", content: system }, { role: "user", content: user }];
}

function strictly({ schema, schemaName }: ModelRequest): Partial<Body> {
  return {
    response_format: {
      type: "json_schema",
      json_schema: { name: schemaName, schema: strictSchema(schema), strict: true },
    },
  };
}

function replyOf(answer: ChatCompletion, { name, label, model }: Connection): ModelReply {
  // The types are a promise of the SDK's; what came may be anything.
  const text = at(answer, "choices", 0, "message", "content");
  const input = count(at(answer, "usage", "prompt_tokens"));
  const output = count(at(answer, "usage", "completion_tokens"));
  if (typeof text !== "string" || input === undefined || output === undefined) {
    throw new ProviderError("malformed", `${label} sent no text`, { mayBeBilled: true });
  }
  const answering = at(answer, "model");
  return {
    text,
    usage: { input, output },
    model: typeof answering === "string" ? answering : model,
    provider: name,
  };
}

async function sdk<T>({ label }: Connection, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw unwrapped(error, label);
  }
}
