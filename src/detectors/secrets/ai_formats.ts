// Tokens of model providers and of services for agents. Where a provider publishes no format, the
// length is that of its issued keys; the prefix then carries the certainty.

import { looksRandom } from "./token_checks.ts";
import {
  ALNUM,
  exampleUuid,
  HEX,
  LETTERS,
  LOWER,
  prefixed,
  randomAfter,
  type TokenFormat,
  URL64,
} from "./token_format.ts";

export const AI_FORMATS: readonly TokenFormat[] = [
  {
    name: "OpenAI API key",
    markers: ["sk-"],
    // Its middle says "OpenAI" in base64.
    token:
      /sk-(?:(?:proj|svcacct|admin|None)-)?[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}/y,
    accepts: randomAfter(8),
    example: (chars) => `sk-proj-${chars(74)}T3BlbkFJ${chars(74)}`,
  },
  {
    name: "Anthropic API key",
    markers: ["sk-ant-"],
    token: /sk-ant-(?:api|admin|oat|ort|sid)\d{2}-[A-Za-z0-9_-]{80,120}/y,
    accepts: randomAfter(13),
    example: (chars) => `sk-ant-api03-${chars(93)}AA`,
  },
  prefixed("Hugging Face token", "hf_", { of: LETTERS, length: 34 }),
  prefixed("Hugging Face organization token", "api_org_", { of: LETTERS, length: 34 }),
  prefixed("Replicate token", "r8_", { of: ALNUM, length: 37 }),
  prefixed("Groq API key", "gsk_", { of: ALNUM, length: 52 }),
  prefixed("xAI API key", "xai-", { of: ALNUM, length: 80 }),
  prefixed("Perplexity API key", "pplx-", { of: ALNUM, length: [48, 56] }),
  prefixed("OpenRouter API key", "sk-or-v1-", { of: HEX, length: 64 }),
  prefixed("NVIDIA API key", "nvapi-", { of: URL64, length: [60, 70] }),
  prefixed("Cerebras API key", "csk-", { of: LOWER, length: 48 }),
  prefixed("Together AI API key", "tgp_v1_", { of: URL64, length: 43 }),
  prefixed("Fireworks API key", "fw_", { of: ALNUM, length: [22, 24] }),
  prefixed("Jina API key", "jina_", { of: URL64, length: 60 }),
  prefixed("Voyage API key", "pa-", { of: URL64, length: 43 }),
  prefixed("LlamaCloud API key", "llx-", { of: ALNUM, length: 48 }),
  prefixed("ElevenLabs API key", "sk_", { of: HEX, length: 48 }),
  prefixed("E2B API key", "e2b_", { of: HEX, length: 40 }),
  prefixed("Browserbase API key", "bb_live_", { of: URL64, length: 27 }),
  prefixed("Apify token", "apify_api_", { of: ALNUM, length: [34, 40] }),
  prefixed("Firecrawl API key", "fc-", { of: HEX, length: 32 }),
  {
    name: "Tavily API key",
    markers: ["tvly-"],
    token: /tvly-(?:(?:dev|prod)-)?[A-Za-z0-9]{32}/y,
    accepts: (token) => looksRandom(token.slice(-32)),
    example: (chars) => `tvly-dev-${chars(32)}`,
  },
  {
    name: "LangSmith API key",
    markers: ["lsv2_"],
    token: /lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}/y,
    accepts: randomAfter(8),
    example: (chars) => `lsv2_pt_${chars(32, HEX)}_${chars(10, HEX)}`,
  },
  {
    name: "Langfuse secret key",
    markers: ["sk-lf-"],
    token: /sk-lf-[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}/y,
    accepts: randomAfter(6),
    example: (chars) => `sk-lf-${exampleUuid(chars)}`,
  },
  {
    name: "Pinecone API key",
    markers: ["pcsk_"],
    token: /pcsk_[A-Za-z0-9]{4,7}_[A-Za-z0-9]{60,70}/y,
    accepts: randomAfter(5),
    example: (chars) => `pcsk_${chars(6)}_${chars(63)}`,
  },
];
