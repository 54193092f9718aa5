// Provider tokens: what each looks like, and what tells it from a look-alike. Formats are the
// providers' own; a checksum is verified where the format has one. Examples are made when asked
// for, so that no token-like text stands in this source.

import type { Severity } from "../../core/mod.ts";
import { base62Checksum, looksRandom } from "./token_checks.ts";

export interface TokenFormat {
  /** As a reader would say it: "GitHub personal access token". */
  readonly name: string;
  /** Lower case; every token of the format holds one. */
  readonly keywords: readonly string[];
  /** The token alone, without its surroundings; bounded. */
  readonly token: string;
  readonly accepts: (token: string) => boolean;
  /** True where `accepts` verifies a checksum, so that a hit is certain. */
  readonly checked?: true;
  readonly severity?: Severity;
  /** A made-up token that the format accepts. `chars(n, alphabet)` is arbitrary but fixed. */
  readonly example: (chars: (count: number, alphabet?: string) => string) => string;
}

const HEX = "0123456789abcdef";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";

/** The part after a prefix of `length` units must look random. */
function randomAfter(length: number): (token: string) => boolean {
  return (token) => looksRandom(token.slice(length));
}

/** `<prefix>_` + 30 random characters + CRC-32 of those in base 62. */
function checksummed(prefixLength: number): (token: string) => boolean {
  return (token) => {
    const body = token.slice(prefixLength);
    return base62Checksum(body.slice(0, -6)) === body.slice(-6);
  };
}

function withChecksum(prefix: string, body: string): string {
  return prefix + body + base62Checksum(body);
}

export const TOKEN_FORMATS: readonly TokenFormat[] = [
  {
    name: "GitHub token",
    keywords: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
    token: "gh[pousr]_[A-Za-z0-9]{36}",
    accepts: checksummed(4),
    checked: true,
    example: (chars) => withChecksum("ghp_", chars(30)),
  },
  {
    name: "GitHub fine-grained token",
    keywords: ["github_pat_"],
    token: "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
    accepts: randomAfter(11),
    example: (chars) => `github_pat_${chars(22)}_${chars(59)}`,
  },
  {
    name: "npm token",
    keywords: ["npm_"],
    token: "npm_[A-Za-z0-9]{36}",
    accepts: checksummed(4),
    checked: true,
    example: (chars) => withChecksum("npm_", chars(30)),
  },
  {
    name: "GitLab token",
    keywords: ["glpat-"],
    token: "glpat-[A-Za-z0-9_-]{20,64}(?:\\.[a-z0-9]{2}\\.[a-z0-9]{9})?",
    accepts: randomAfter(6),
    example: (chars) => `glpat-${chars(20)}`,
  },
  {
    name: "AWS access key id",
    keywords: ["akia", "asia"],
    token: "A(?:KIA|SIA)[A-Z2-7]{16}",
    accepts: (token) => !token.endsWith("EXAMPLE") && looksRandom(token.slice(4)),
    // The id alone opens nothing; it names the account and stands beside the secret key.
    severity: "medium",
    example: (chars) => `AKIA${chars(16, BASE32)}`,
  },
  {
    name: "OpenAI API key",
    keywords: ["t3blbkfj"],
    token: "sk-(?:(?:proj|svcacct|admin|None)-)?[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}",
    accepts: randomAfter(8),
    example: (chars) => `sk-proj-${chars(74)}T3BlbkFJ${chars(73)}`,
  },
  {
    name: "Anthropic API key",
    keywords: ["sk-ant-"],
    token: "sk-ant-(?:api|admin|oat|sid)\\d{2}-[A-Za-z0-9_-]{80,120}",
    accepts: randomAfter(13),
    example: (chars) => `sk-ant-api03-${chars(93)}AA`,
  },
  {
    name: "Google API key",
    keywords: ["aiza"],
    token: "AIza[A-Za-z0-9_-]{35}",
    accepts: randomAfter(4),
    example: (chars) => `AIza${chars(35)}`,
  },
  {
    name: "Hugging Face token",
    keywords: ["hf_"],
    token: "hf_[A-Za-z]{34}",
    accepts: randomAfter(3),
    example: (chars) => `hf_${chars(34, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")}`,
  },
  {
    name: "Slack token",
    keywords: ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe", "xapp-"],
    token:
      "(?:xox[abprs]-\\d{9,14}-[A-Za-z0-9-]{20,120}|xapp-\\d-[A-Z0-9]{8,14}-\\d{10,15}-[a-z0-9]{60,70})",
    accepts: randomAfter(5),
    example: (chars) => `xoxb-${chars(12, DIGITS)}-${chars(13, DIGITS)}-${chars(24)}`,
  },
  {
    name: "Slack webhook",
    keywords: ["hooks.slack.com"],
    token: "https://hooks\\.slack\\.com/services/T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{24}",
    accepts: (token) => looksRandom(token.slice(-24)),
    example: (chars) =>
      `https://hooks.slack.com/services/T${chars(9, BASE32)}/B${chars(9, BASE32)}/${chars(24)}`,
  },
  {
    name: "Stripe live key",
    keywords: ["sk_live_", "rk_live_"],
    token: "[rs]k_live_[A-Za-z0-9]{24,120}",
    accepts: randomAfter(8),
    example: (chars) => `sk_live_${chars(99)}`,
  },
  {
    name: "SendGrid API key",
    keywords: ["sg."],
    token: "SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}",
    accepts: randomAfter(3),
    example: (chars) => `SG.${chars(22)}.${chars(43)}`,
  },
  {
    name: "PyPI token",
    keywords: ["pypi-ageichlwas5vcmc"],
    token: "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{70,250}",
    accepts: randomAfter(20),
    example: (chars) => `pypi-AgEIcHlwaS5vcmc${chars(150)}`,
  },
  {
    name: "DigitalOcean token",
    keywords: ["dop_v1_", "doo_v1_", "dor_v1_"],
    token: "do[por]_v1_[a-f0-9]{64}",
    accepts: randomAfter(7),
    example: (chars) => `dop_v1_${chars(64, HEX)}`,
  },
  {
    name: "Notion token",
    keywords: ["ntn_"],
    token: "ntn_[0-9]{11}[A-Za-z0-9]{35}",
    accepts: randomAfter(4),
    example: (chars) => `ntn_${chars(11, DIGITS)}${chars(35)}`,
  },
  {
    name: "Telegram bot token",
    keywords: [":aa"],
    token: "\\d{8,10}:AA[A-Za-z0-9_-]{33}",
    accepts: (token) => looksRandom(token.slice(token.indexOf(":") + 3)),
    example: (chars) => `${chars(10, DIGITS)}:AA${chars(33, LOWER + "_-XYZ")}`,
  },
];
