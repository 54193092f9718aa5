// The providers there are, as data. What speaks to one is loaded when it is used.

import type { Connection } from "./connection.ts";
import type { Provider } from "./provider.ts";

export interface ProviderEntry {
  readonly label: string;
  /** Variables that may hold its key; the first that is set counts. None: it takes no key. */
  readonly keys: readonly string[];
  /** It may answer without a key. */
  readonly isKeyOptional?: boolean;
  /** What its keys look like as far as is known; another is used all the same. */
  readonly keyForm?: RegExp;
  /** What to do where it does not answer. */
  readonly setUp: string;
  readonly defaultModel?: string;
  readonly address?: string;
  /** The variable that names another address. */
  readonly addressVariable: string;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Nobody pays for it. */
  readonly isFree?: boolean;
  readonly load: () => Promise<(connection: Connection) => Provider>;
}

export const PROVIDERS = {
  ollama: {
    label: "Ollama",
    keys: [],
    setUp: "Start it with `ollama serve` and fetch the model with `ollama pull`; " +
      "OLLAMA_HOST names another address",
    defaultModel: "qwen2.5-coder:7b",
    address: "http://127.0.0.1:11434/",
    addressVariable: "OLLAMA_HOST",
    // It works on few at a time, and what waits there runs into the time limit.
    concurrency: 2,
    isFree: true,
    load: async () => (await import("./providers/ollama.ts")).ollama,
  },
  openai: {
    label: "OpenAI",
    keys: ["OPENAI_API_KEY"],
    keyForm: /^sk-[\w-]{20,300}$/,
    setUp: "Set OPENAI_API_KEY to a key of platform.openai.com",
    defaultModel: "gpt-6-luna",
    address: "https://api.openai.com/v1/",
    addressVariable: "OPENAI_BASE_URL",
    concurrency: 50,
    load: async () => (await import("./providers/openai.ts")).openai,
  },
  anthropic: {
    label: "Anthropic",
    keys: ["ANTHROPIC_API_KEY"],
    keyForm: /^sk-ant-[\w-]{20,300}$/,
    setUp: "Set ANTHROPIC_API_KEY to a key of platform.claude.com",
    defaultModel: "claude-haiku-5-5",
    address: "https://api.anthropic.com/",
    addressVariable: "ANTHROPIC_BASE_URL",
    concurrency: 20,
    load: async () => (await import("./providers/anthropic.ts")).anthropic,
  },
  gemini: {
    label: "Google Gemini",
    keys: ["GOOGLE_API_KEY", "GEMINI_API_KEY"],
    keyForm: /^(?:AIza[\w-]{35}|AQ\.[\w-]{20,200})$/,
    setUp: "Set GOOGLE_API_KEY or GEMINI_API_KEY to a key of aistudio.google.com",
    defaultModel: "gemini-3.5-flash-lite",
    address: "https://generativelanguage.googleapis.com/",
    addressVariable: "GOOGLE_GEMINI_BASE_URL",
    concurrency: 20,
    load: async () => (await import("./providers/gemini.ts")).gemini,
  },
  mistral: {
    label: "Mistral",
    keys: ["MISTRAL_API_KEY"],
    keyForm: /^[A-Za-z0-9]{32}$/,
    setUp: "Set MISTRAL_API_KEY to a key of console.mistral.ai",
    defaultModel: "mistral-small-2603",
    address: "https://api.mistral.ai/",
    addressVariable: "MISTRAL_BASE_URL",
    concurrency: 5,
    load: async () => (await import("./providers/mistral.ts")).mistral,
  },
  cohere: {
    label: "Cohere",
    keys: ["COHERE_API_KEY"],
    keyForm: /^[A-Za-z0-9_]{40,60}$/,
    setUp: "Set COHERE_API_KEY to a key of dashboard.cohere.com",
    defaultModel: "command-r-08-2024",
    address: "https://api.cohere.com/",
    addressVariable: "COHERE_BASE_URL",
    concurrency: 10,
    load: async () => (await import("./providers/cohere.ts")).cohere,
  },
  "openai-compatible": {
    label: "OpenAI-compatible server",
    keys: ["OPENAI_COMPATIBLE_API_KEY"],
    isKeyOptional: true,
    setUp: "Set OPENAI_COMPATIBLE_BASE_URL to its address, which mostly ends with /v1, name the " +
      "model with --model, and set OPENAI_COMPATIBLE_API_KEY where it asks for a key",
    addressVariable: "OPENAI_COMPATIBLE_BASE_URL",
    concurrency: 8,
    load: async () => (await import("./providers/openai.ts")).openaiCompatible,
  },
} as const satisfies Record<string, ProviderEntry>;

export type ProviderName = keyof typeof PROVIDERS;

export const PROVIDER_NAMES = Object.keys(PROVIDERS) as ProviderName[];
