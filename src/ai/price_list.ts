// Prices of models in US dollars for a million tokens, for prompts below 100,000 tokens, at the
// providers' own interfaces and without discounts. A model that is not here is not asked unless the
// user says what it costs.

export interface PriceEntry {
  readonly input: number;
  readonly output: number;
  /** Where prompts are kept for later at a higher price, without being asked to. */
  readonly cacheWrite?: number;
}

export interface PricePage {
  /** The provider's page of prices. */
  readonly source: string;
  /** When the prices were looked up: year, month, day. */
  readonly checked: string;
  readonly models: Readonly<Record<string, PriceEntry>>;
}

export const PRICE_PAGES: Readonly<Record<string, PricePage>> = {
  openai: {
    source: "https://developers.openai.com/api/docs/pricing",
    checked: "2026-10-16",
    models: {
      "gpt-6-luna": { input: 0.1, output: 0.5, cacheWrite: 0.125 },
      "gpt-6-sol": { input: 2, output: 10, cacheWrite: 2.5 },
      "gpt-5.6-luna": { input: 0.2, output: 1.2, cacheWrite: 0.25 },
      "gpt-5.6-terra": { input: 2, output: 12, cacheWrite: 2.5 },
      "gpt-5.6-sol": { input: 5, output: 30, cacheWrite: 6.25 },
      "gpt-5.4": { input: 2.5, output: 15 },
      "gpt-5.4-mini": { input: 0.75, output: 4.5 },
      "gpt-5.4-nano": { input: 0.2, output: 1.25 },
      "gpt-5-mini": { input: 0.25, output: 2 },
      "gpt-5-nano": { input: 0.05, output: 0.4 },
      "gpt-4.1": { input: 2, output: 8 },
      "gpt-4.1-mini": { input: 0.4, output: 1.6 },
      "gpt-4.1-nano": { input: 0.1, output: 0.4 },
      "gpt-4o": { input: 2.5, output: 10 },
      "gpt-4o-mini": { input: 0.15, output: 0.6 },
    },
  },
  anthropic: {
    source: "https://platform.claude.com/docs/en/about-claude/pricing",
    checked: "2026-10-24",
    models: {
      "claude-haiku-5-5": { input: 0.1, output: 0.5 },
      "claude-haiku-4-5": { input: 1, output: 5 },
      "claude-sonnet-5-5": { input: 2, output: 10 },
      "claude-sonnet-5": { input: 2, output: 10 },
      "claude-sonnet-4-6": { input: 3, output: 15 },
      "claude-sonnet-4-5": { input: 3, output: 15 },
      "claude-opus-5-5": { input: 4, output: 20 },
      "claude-opus-5": { input: 5, output: 25 },
      "claude-opus-4-8": { input: 5, output: 25 },
      "claude-fable-5-1": { input: 10, output: 50 },
    },
  },
  gemini: {
    source: "https://ai.google.dev/gemini-api/docs/pricing",
    checked: "2026-10-07",
    models: {
      "gemini-3.5-flash-lite": { input: 0.3, output: 2.5 },
      "gemini-3.5-flash": { input: 1.5, output: 9 },
      // From January 2027 on twice what it costs until then.
      "gemini-3.8-flash": { input: 1.5, output: 7.5 },
      "gemini-3.1-flash-lite": { input: 0.25, output: 1.5 },
      "gemini-2.5-flash": { input: 0.3, output: 2.5 },
      "gemini-2.5-flash-lite": { input: 0.1, output: 0.4 },
      "gemini-2.5-pro": { input: 1.25, output: 10 },
    },
  },
  mistral: {
    source: "https://mistral.ai/pricing",
    checked: "2026-06-09",
    models: {
      "mistral-small-2603": { input: 0.15, output: 0.6 },
      "mistral-large-2512": { input: 0.5, output: 1.5 },
      "mistral-medium-3-5": { input: 1.5, output: 7.5 },
      "codestral-2508": { input: 0.3, output: 0.9 },
      "devstral-2512": { input: 0.4, output: 2 },
    },
  },
  cohere: {
    source: "https://cohere.com/pricing",
    checked: "2026-11-11",
    models: {
      "command-r-08-2024": { input: 0.15, output: 0.6 },
      "command-r7b-12-2024": { input: 0.0375, output: 0.15 },
      "command-a-03-2025": { input: 2.5, output: 10 },
    },
  },
};
