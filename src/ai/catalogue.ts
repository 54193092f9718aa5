// The providers there are, as data. What speaks to one is loaded when it is used.

import type { Connection } from "./connection.ts";
import type { Provider } from "./provider.ts";

export interface ProviderEntry {
  readonly label: string;
  /** Variables that may hold its key, the first that is set counts; none: it needs no key. */
  readonly keys: readonly string[];
  /** It answers without a key too. */
  readonly isKeyOptional?: boolean;
  /** What a key looks like as far as is known; another is used all the same. */
  readonly keyForm?: RegExp;
  /** Where to get a key. */
  readonly setUp: string;
  readonly defaultModel?: string;
  readonly address?: string;
  /** The variable that names another address. */
  readonly addressVariable: string;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Nothing is paid for. */
  readonly isFree?: boolean;
  readonly load: () => Promise<(connection: Connection) => Provider>;
}

export const PROVIDERS = {
  ollama: {
    label: "Ollama",
    keys: [],
    setUp: "Start it with `ollama serve`; OLLAMA_HOST names another address",
    defaultModel: "qwen2.5-coder:7b",
    address: "http://127.0.0.1:11434/",
    addressVariable: "OLLAMA_HOST",
    concurrency: 2,
    isFree: true,
    load: async () => (await import("./providers/ollama.ts")).ollama,
  },
} as const satisfies Record<string, ProviderEntry>;

export type ProviderName = keyof typeof PROVIDERS;

export const PROVIDER_NAMES = Object.keys(PROVIDERS) as ProviderName[];
