// The interfaces of all providers, as each documents it.

import type { ProviderName } from "../../src/ai/mod.ts";
import { asText, bearer, noJson, type Wire } from "./fake_wire.ts";
import { anthropic, openaiLike } from "./fake_sdk_wires.ts";

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

const gemini: Wire = {
  below: "/",
  route: (method, { pathname, search }) => {
    // A key in the address is a fault of whoever asks.
    if (search !== "") return undefined;
    if (method === "POST" && /^\/v1beta\/models\/[^/]{1,80}:generateContent$/.test(pathname)) {
      return "ask";
    }
    return method === "GET" && pathname.startsWith("/v1beta/models/") ? "health" : undefined;
  },
  prompt: (body, { pathname }) => ({
    system: body.systemInstruction.parts[0].text,
    user: body.contents[0].parts[0].text,
    model: decodeURIComponent(pathname.split("/").at(-1)!.split(":")[0]!),
    schema: body.generationConfig.responseJsonSchema,
    maxOutputTokens: body.generationConfig.maxOutputTokens,
    temperature: body.generationConfig.temperature,
  }),
  key: (headers) => headers["x-goog-api-key"],
  refusedStatus: 400,
  missing: noJson,
  models: (names, { pathname }) => {
    const known = names.find((name) => pathname === `/v1beta/models/${name}`);
    if (known === undefined && names[0] !== "any") return undefined;
    return { name: `models/${known ?? "any"}`, version: "001", inputTokenLimit: 1_048_576 };
  },
  reply: (answer, { prompt, usage }) => ({
    candidates: [{
      content: { role: "model", parts: [{ text: asText(answer) }] },
      finishReason: "STOP",
      index: 0,
    }],
    usageMetadata: {
      promptTokenCount: usage.input,
      candidatesTokenCount: usage.output,
      totalTokenCount: usage.input + usage.output,
    },
    modelVersion: prompt.model,
    responseId: "r1",
  }),
  error: (status, message) => ({
    error: {
      code: status,
      message,
      status: GOOGLE_ERRORS[status] ?? "INTERNAL",
      ...(message.startsWith("Incorrect API key") && { details: [{ reason: "API_KEY_INVALID" }] }),
    },
  }),
};

const GOOGLE_ERRORS: Readonly<Record<number, string>> = {
  400: "INVALID_ARGUMENT",
  401: "INVALID_ARGUMENT",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
};

const mistral: Wire = {
  ...openaiLike("openai"),
  below: "/",
  prompt: (body) => ({
    system: body.messages[0].content,
    user: body.messages[1].content,
    model: body.model,
    schema: body.response_format?.json_schema?.schema,
    maxOutputTokens: body.max_tokens,
    temperature: body.temperature,
  }),
  error: (status, message) => ({ object: "error", message, type: "error", code: String(status) }),
};

const cohere: Wire = {
  below: "/",
  route: (method, { pathname }) =>
    method === "POST" && pathname === "/v2/chat"
      ? "ask"
      : method === "GET" && pathname.startsWith("/v1/models/")
      ? "health"
      : undefined,
  prompt: (body) => ({
    system: body.messages[0].content,
    user: body.messages[1].content,
    model: body.model,
    schema: body.response_format?.json_schema,
    maxOutputTokens: body.max_tokens,
    temperature: body.temperature,
  }),
  key: bearer,
  missing: noJson,
  models: (names, { pathname }) => {
    const known = names.find((name) => pathname === `/v1/models/${name}`);
    if (known === undefined && names[0] !== "any") return undefined;
    return { name: known ?? "any", endpoints: ["chat"] };
  },
  reply: (answer, { usage }) => ({
    id: "c1",
    finish_reason: "COMPLETE",
    message: { role: "assistant", content: [{ type: "text", text: asText(answer) }] },
    usage: {
      billed_units: { input_tokens: usage.input, output_tokens: usage.output },
      tokens: { input_tokens: usage.input + 500, output_tokens: usage.output },
    },
  }),
  error: (_status, message) => ({ message }),
};

export const WIRES: Readonly<Record<ProviderName, Wire>> = {
  ollama,
  openai: openaiLike("openai"),
  anthropic,
  gemini,
  mistral,
  cohere,
  "openai-compatible": openaiLike("compatible"),
};
