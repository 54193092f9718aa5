// Tokens of clouds, hosts and databases.

import { looksRandom } from "./token_checks.ts";
import {
  ALNUM,
  BASE32,
  BASE64,
  HEX,
  LOWER,
  prefixed,
  randomAfter,
  type TokenFormat,
  URL64,
} from "./token_format.ts";

/** How the published key of Azure's storage emulator starts. */
const EMULATOR_KEY = "Eby8vdM0";

export const CLOUD_FORMATS: readonly TokenFormat[] = [
  {
    name: "AWS access key id",
    markers: ["AKIA", "ASIA", "ABIA", "ACCA"],
    token: /A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}/y,
    accepts: (token) => !token.endsWith("EXAMPLE") && looksRandom(token.slice(4)),
    // The id alone opens nothing; it names the account and stands beside the secret key.
    severity: "medium",
    example: (chars) => `AKIA${chars(16, BASE32)}`,
  },
  {
    name: "Amazon Bedrock API key",
    // Base64 of "BedrockAPIKey-".
    markers: ["ABSKQmVkcm9ja0FQSUtleS"],
    token: /ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{80,250}={0,2}/y,
    accepts: randomAfter(22),
    example: (chars) => `ABSKQmVkcm9ja0FQSUtleS${chars(110, BASE64)}`,
  },
  prefixed("Google API key", "AIza", { of: URL64, length: 35 }),
  prefixed("Google OAuth client secret", "GOCSPX-", { of: URL64, length: 28 }),
  // It opens everything it was issued for, but for an hour.
  prefixed("Google OAuth access token", "ya29.", {
    of: URL64,
    length: [60, 1024],
    severity: "medium",
  }),
  prefixed("Google OAuth refresh token", "1//0", { of: URL64, length: [60, 120] }),
  {
    name: "Azure storage account key",
    markers: ["AccountKey="],
    token: /AccountKey=[A-Za-z0-9+/]{86}==/y,
    accepts: (token) => !token.startsWith(`AccountKey=${EMULATOR_KEY}`) && looksRandom(token),
    example: (chars) => `AccountKey=${chars(86, BASE64)}==`,
  },
  {
    name: "Azure shared access key",
    markers: ["SharedAccessKey="],
    token: /SharedAccessKey=[A-Za-z0-9+/]{43}=/y,
    accepts: randomAfter(16),
    example: (chars) => `SharedAccessKey=${chars(43, BASE64)}=`,
  },
  {
    name: "Microsoft Entra client secret",
    markers: ["Q~"],
    lead: [4, 4],
    token: /[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}/y,
    accepts: looksRandom,
    example: (chars) => `${chars(3)}8Q~${chars(34)}`,
  },
  {
    name: "Azure DevOps token",
    markers: ["AZDO"],
    lead: [76, 76],
    token: /[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}/y,
    accepts: looksRandom,
    example: (chars) => `${chars(76)}AZDO${chars(4)}`,
  },
  {
    name: "Azure AI services key",
    markers: ["JQQJ99"],
    lead: [52, 52],
    token: /[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}/y,
    accepts: looksRandom,
    example: (chars) => `${chars(52)}JQQJ99${chars(26)}`,
  },
  {
    name: "Azure AI Search key",
    markers: ["AzSe"],
    lead: [42, 42],
    token: /[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}/y,
    accepts: looksRandom,
    example: (chars) => `${chars(42)}AzSeC${chars(5)}`,
  },
  {
    name: "Azure function key",
    markers: ["AzFu"],
    lead: [44, 44],
    token: /[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]==/y,
    accepts: looksRandom,
    example: (chars) => `${chars(44)}AzFu${chars(5)}Q==`,
  },
  {
    name: "Azure container registry password",
    markers: ["+ACR"],
    lead: [42, 42],
    token: /[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9]{5}/y,
    accepts: looksRandom,
    example: (chars) => `${chars(42)}+ACRB${chars(5)}`,
  },
  prefixed("DigitalOcean token", ["dop_v1_", "doo_v1_", "dor_v1_"], { of: HEX, length: 64 }),
  prefixed("Heroku API key", "HRKU-AA", { of: URL64, length: 58 }),
  prefixed("Netlify token", "nfp_", { of: ALNUM, length: [36, 40] }),
  prefixed("Fly.io token", "fo1_", { of: URL64, length: 43 }),
  prefixed("Fly.io macaroon", ["fm1a_", "fm1r_", "fm2_"], { of: BASE64, length: [100, 1500] }),
  {
    name: "Cloudflare token",
    markers: ["cfk_", "cfut_", "cfat_"],
    token: /cf(?:k|ut|at)_[A-Za-z0-9]{40}[a-f0-9]{8}/y,
    accepts: (token) => looksRandom(token.slice(token.indexOf("_") + 1)),
    example: (chars) => `cfut_${chars(40)}${chars(8, HEX)}`,
  },
  {
    name: "Cloudflare origin CA key",
    markers: ["v1.0-"],
    token: /v1\.0-[a-f0-9]{24}-[a-f0-9]{146}/y,
    accepts: randomAfter(5),
    example: (chars) => `v1.0-${chars(24, HEX)}-${chars(146, HEX)}`,
  },
  {
    name: "Vercel Blob token",
    markers: ["vercel_blob_rw_"],
    token: /vercel_blob_rw_[A-Za-z0-9]{16}_[A-Za-z0-9]{30,40}/y,
    accepts: randomAfter(15),
    example: (chars) => `vercel_blob_rw_${chars(16)}_${chars(30)}`,
  },
  prefixed("Supabase access token", "sbp_", { of: HEX, length: 40 }),
  prefixed("Supabase secret key", "sb_secret_", { of: URL64, length: [31, 36] }),
  prefixed("PlanetScale credential", ["pscale_tkn_", "pscale_oauth_", "pscale_pw_"], {
    of: URL64,
    length: [32, 64],
  }),
  prefixed("Neon API key", "napi_", { of: LOWER, length: 64 }),
  prefixed("MongoDB Atlas service account secret", "mdb_sa_sk_", { of: URL64, length: 40 }),
  {
    name: "Databricks token",
    markers: ["dapi"],
    token: /dapi[a-f0-9]{32}(?:-\d)?/y,
    accepts: randomAfter(4),
    example: (chars) => `dapi${chars(32, HEX)}-2`,
  },
  // Like AWS's, an id that opens nothing alone.
  prefixed("Alibaba Cloud access key id", "LTAI", { of: ALNUM, length: 20, severity: "medium" }),
  prefixed("Yandex Cloud API key", "AQVN", { of: URL64, length: [35, 38] }),
];
