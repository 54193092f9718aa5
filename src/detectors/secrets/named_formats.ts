// Tokens that look like any other random text: only the name they are given tells whose they are.

import { entropyOf, looksRandom } from "./token_checks.ts";
import { type Chars, DIGITS, exampleUuid, HEX, URL64 } from "./token_format.ts";

export interface NamedFormat {
  readonly name: string;
  /** What the name of a variable holds where its value is such a token. */
  readonly named: RegExp;
  /** The token, and nothing else. */
  readonly token: RegExp;
  /** Tells a token from other text of that form. */
  readonly accepts: (token: string) => boolean;
  /** A name that the format is told by. */
  readonly variable: string;
  readonly example: (chars: Chars) => string;
}

/** Bits per character that 24 or more random letters and digits have, and names have not. */
const ENTROPY = 3.5;

function isMixed(token: string): boolean {
  return looksRandom(token) && entropyOf(token) >= ENTROPY && /\d/.test(token) &&
    /[A-Z]/.test(token) && /[a-z]/.test(token);
}

function isLowerHex(token: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(token) && /\d/.test(token) && looksRandom(token);
}

export const NAMED_FORMATS: readonly NamedFormat[] = [
  {
    name: "DeepSeek or DashScope API key",
    named: /deepseek|dashscope|qwen/i,
    token: /^sk-[a-f0-9]{32}$/,
    accepts: isLowerHex,
    variable: "DEEPSEEK_API_KEY",
    example: (chars) => `sk-${chars(32, HEX)}`,
  },
  {
    name: "Mistral API key",
    named: /mistral_?(?:ai_?)?api_?key/i,
    token: /^[A-Za-z0-9]{32}$/,
    accepts: isMixed,
    variable: "MISTRAL_API_KEY",
    example: (chars) => chars(32),
  },
  {
    name: "Cohere API key",
    named: /cohere_?api_?key|co_api_key/i,
    token: /^[A-Za-z0-9]{40}$/,
    accepts: isMixed,
    variable: "COHERE_API_KEY",
    example: (chars) => chars(40),
  },
  {
    name: "Azure OpenAI key",
    named: /azure[_-]?openai[_-]?(?:api[_-]?)?key/i,
    token: /^[a-f0-9]{32}$/,
    accepts: isLowerHex,
    variable: "AZURE_OPENAI_API_KEY",
    example: (chars) => chars(32, HEX),
  },
  {
    name: "Brave Search API key",
    named: /brave/i,
    token: /^BSA[A-Za-z0-9_-]{24,32}$/,
    accepts: (token) => token.startsWith("BSA") && isMixed(token.slice(3)),
    variable: "BRAVE_API_KEY",
    example: (chars) => `BSA${chars(28)}`,
  },
  {
    name: "Serper API key",
    named: /serper/i,
    token: /^[a-f0-9]{40}$/,
    accepts: isLowerHex,
    variable: "SERPER_API_KEY",
    example: (chars) => chars(40, HEX),
  },
  {
    name: "Weights & Biases API key",
    named: /wandb_?api_?key/i,
    token: /^[a-f0-9]{40}$/,
    accepts: isLowerHex,
    variable: "WANDB_API_KEY",
    example: (chars) => chars(40, HEX),
  },
  {
    name: "Twilio key or auth token",
    named: /twilio/i,
    token: /^(?:SK)?[a-f0-9]{32}$/,
    accepts: (token) => isLowerHex(token.replace(/^SK/, "")),
    variable: "TWILIO_AUTH_TOKEN",
    example: (chars) => chars(32, HEX),
  },
  {
    name: "Mailgun API key",
    named: /mailgun/i,
    token: /^(?:key-[a-f0-9]{32}|[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8})$/,
    accepts: (token) => isLowerHex(token.replace(/^key-/, "")),
    variable: "MAILGUN_API_KEY",
    example: (chars) => `key-${chars(32, HEX)}`,
  },
  {
    name: "Datadog key",
    named: /(?:datadog|dd)[_-]?(?:api|app|application)[_-]?key/i,
    token: /^[a-f0-9]{32,40}$/,
    accepts: (token) => (token.length === 32 || token.length === 40) && isLowerHex(token),
    variable: "DD_API_KEY",
    example: (chars) => chars(32, HEX),
  },
  {
    name: "Cloudflare API token",
    named: /(?:cloudflare|cf)[_-]?(?:api[_-]?)?(?:token|key)/i,
    token: /^[A-Za-z0-9_-]{37,40}$/,
    accepts: (token) =>
      token.length === 40 ? isMixed(token) : token.length === 37 && isLowerHex(token),
    variable: "CLOUDFLARE_API_TOKEN",
    example: (chars) => chars(40, URL64),
  },
  {
    name: "Vercel token",
    named: /vercel_?(?:api_?|access_?)?token/i,
    token: /^[A-Za-z0-9]{24}$/,
    accepts: isMixed,
    variable: "VERCEL_TOKEN",
    example: (chars) => chars(24),
  },
  {
    name: "Okta API token",
    named: /okta/i,
    token: /^00[A-Za-z0-9_-]{40}$/,
    accepts: (token) => isMixed(token.slice(2)),
    variable: "OKTA_API_TOKEN",
    example: (chars) => `00${chars(40, URL64)}`,
  },
  {
    name: "Asana token",
    named: /asana/i,
    token: /^[0-2]\/(?:\d{14,17}\/)?\d{14,17}:[a-f0-9]{32}$/,
    accepts: (token) => isLowerHex(token.slice(-32)),
    variable: "ASANA_ACCESS_TOKEN",
    example: (chars) => `1/12${chars(14, DIGITS)}:${chars(32, HEX)}`,
  },
  {
    name: "LaunchDarkly key",
    named: /launch_?darkly|ld_(?:sdk|api)/i,
    token: /^(?:(?:sdk|api)-[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12})$/,
    accepts: isLowerHex,
    variable: "LAUNCHDARKLY_SDK_KEY",
    example: (chars) => `sdk-${exampleUuid(chars)}`,
  },
  {
    name: "Heroku API key",
    named: /heroku_?(?:api_?)?key/i,
    token: /^[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}$/,
    accepts: isLowerHex,
    variable: "HEROKU_API_KEY",
    example: exampleUuid,
  },
];

/** The format that `value` under `name` is a token of. */
export function namedFormat(name: string, value: string): NamedFormat | undefined {
  return NAMED_FORMATS.find(({ named, token, accepts }) =>
    named.test(name) && token.test(value) && accepts(value)
  );
}
