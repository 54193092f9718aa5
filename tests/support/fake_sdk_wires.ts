// The interfaces of OpenAI and Anthropic. The types of their SDKs hold the answers here to what the
// providers document.

import type { ErrorResponse, Message, ModelInfo } from "@anthropic-ai/sdk/resources";
import type { ChatCompletion } from "openai/resources/chat/completions";
import type { Model } from "openai/resources/models";
import { asText, bearer, noJson, type Wire } from "./fake_wire.ts";

export function openaiLike(kind: "openai" | "compatible"): Wire {
  return {
    below: "/v1",
    route: (method, { pathname }) =>
      method === "POST" && pathname === "/v1/chat/completions"
        ? "ask"
        : method === "GET" && pathname === "/v1/models" && kind === "compatible"
        ? "health"
        : method === "GET" && pathname.startsWith("/v1/models/") && kind === "openai"
        ? "health"
        : undefined,
    prompt: (body) => ({
      system: body.messages[0].content,
      user: body.messages[1].content,
      model: body.model,
      schema: body.response_format?.json_schema?.schema,
      maxOutputTokens: kind === "openai" ? body.max_completion_tokens : body.max_tokens,
      temperature: body.temperature,
    }),
    key: bearer,
    missing: noJson,
    models: (names, { pathname }) => {
      const models = names.map((id): Model => ({
        id,
        object: "model",
        created: 1_790_000_000,
        owned_by: "system",
      }));
      if (kind === "compatible") return { object: "list", data: models };
      return models.find(({ id }) => `/v1/models/${id}` === pathname) ??
        (names[0] === "any" ? models[0] : undefined);
    },
    reply: (answer, { prompt, usage }): ChatCompletion => ({
      id: "chatcmpl-1",
      object: "chat.completion",
      created: 1_790_000_000,
      model: prompt.model,
      choices: [{
        index: 0,
        message: { role: "assistant", content: asText(answer), refusal: null },
        logprobs: null,
        finish_reason: "stop",
      }],
      usage: {
        prompt_tokens: usage.input,
        completion_tokens: usage.output,
        total_tokens: usage.input + usage.output,
      },
    }),
    error: (status, message) => ({
      error: { message, type: OPENAI_ERRORS[status] ?? "server_error", param: null, code: null },
    }),
  };
}

const OPENAI_ERRORS: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "invalid_request_error",
  403: "invalid_request_error",
  404: "invalid_request_error",
  429: "requests",
};

export const anthropic: Wire = {
  below: "/",
  route: (method, { pathname }) =>
    method === "POST" && pathname === "/v1/messages"
      ? "ask"
      : method === "GET" && pathname.startsWith("/v1/models/")
      ? "health"
      : undefined,
  prompt: (body) => ({
    system: body.system,
    user: body.messages[0].content,
    model: body.model,
    schema: body.output_config?.format?.schema ?? body.tools?.[0]?.input_schema,
    maxOutputTokens: body.max_tokens,
    temperature: body.temperature,
    tool: body.tool_choice?.name,
  }),
  key: bearer,
  missing: (headers) =>
    headers["anthropic-version"] === undefined
      ? "anthropic-version: header is required"
      : noJson(headers),
  models: (names, { pathname }) => {
    const known = names.find((id) => pathname === `/v1/models/${id}`);
    if (known === undefined && names[0] !== "any") return undefined;
    const model: Pick<ModelInfo, "id" | "display_name" | "type" | "created_at"> = {
      id: known ?? "any",
      display_name: "Any",
      type: "model",
      created_at: "2026-10-07T00:00:00Z",
    };
    return model;
  },
  reply: (answer, { prompt, usage }): Message => ({
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: prompt.model,
    container: null,
    diagnostics: null,
    content: [
      prompt.tool === undefined ? { type: "text", text: asText(answer), citations: null } : {
        type: "tool_use",
        id: "t",
        name: prompt.tool,
        input: answer,
        caller: { type: "direct" },
      },
    ],
    stop_reason: prompt.tool === undefined ? "end_turn" : "tool_use",
    stop_sequence: null,
    stop_details: null,
    usage: {
      input_tokens: usage.input,
      output_tokens: usage.output,
      cache_creation: null,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      inference_geo: null,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: "standard",
      speed: null,
    },
  }),
  error: (status, message): ErrorResponse => ({
    type: "error",
    error: { type: ANTHROPIC_ERRORS[status] ?? "api_error", message } as ErrorResponse["error"],
    request_id: "req_1",
  }),
};

const ANTHROPIC_ERRORS: Readonly<Record<number, ErrorResponse["error"]["type"]>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  429: "rate_limit_error",
  500: "api_error",
  529: "overloaded_error",
};
