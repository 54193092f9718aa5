// Tokens of what builds, deploys, watches and keeps the secrets of software.

import { BECH32, bech32Checksum, looksRandom } from "./token_checks.ts";
import {
  ALNUM,
  BASE64,
  HEX,
  LOWER,
  prefixed,
  randomAfter,
  type TokenFormat,
  UPPER,
  URL64,
} from "./token_format.ts";

const AGE_PART = "age-secret-key-";
/** After `AGE-SECRET-KEY-1`: 52 digits of key and 6 of checksum. */
const AGE_DIGITS = 52;

function isAgeKey(token: string): boolean {
  const digits = token.slice(AGE_PART.length + 1).toLowerCase();
  return bech32Checksum(AGE_PART, digits.slice(0, AGE_DIGITS)) === digits.slice(AGE_DIGITS);
}

export const DELIVERY_FORMATS: readonly TokenFormat[] = [
  {
    name: "age secret key",
    markers: ["AGE-SECRET-KEY-1"],
    token: /AGE-SECRET-KEY-1[AC-HJ-NP-Z02-9]{58}/y,
    accepts: isAgeKey,
    checked: true,
    example: (chars) => {
      const digits = chars(AGE_DIGITS, BECH32);
      return `AGE-SECRET-KEY-1${(digits + bech32Checksum(AGE_PART, digits)).toUpperCase()}`;
    },
  },
  prefixed("HashiCorp Vault token", ["hvs.", "hvb.", "hvr."], { of: URL64, length: [24, 300] }),
  {
    name: "HCP Terraform token",
    markers: [".atlasv1."],
    lead: [14, 14],
    token: /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}/y,
    accepts: looksRandom,
    example: (chars) => `${chars(14)}.atlasv1.${chars(67)}`,
  },
  {
    name: "Doppler token",
    markers: ["dp.pt.", "dp.st.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit."],
    token: /dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}/y,
    accepts: (token) => looksRandom(token.slice(-40)),
    example: (chars) => `dp.pt.${chars(43)}`,
  },
  {
    name: "1Password service account token",
    markers: ["ops_eyJ"],
    token: /ops_eyJ[A-Za-z0-9+/_-]{250,1500}={0,3}/y,
    accepts: randomAfter(7),
    example: (chars) => `ops_eyJ${chars(600, BASE64)}`,
  },
  prefixed("Pulumi token", "pul-", { of: HEX, length: 40 }),
  prefixed("Prefect API key", ["pnu_", "pnb_"], { of: ALNUM, length: 36 }),
  {
    name: "Tailscale key",
    markers: ["tskey-"],
    token: /tskey-(?:api|auth|client|scim|webhook)-[A-Za-z0-9]{8,24}-[A-Za-z0-9]{20,40}/y,
    accepts: (token) => looksRandom(token.slice(token.lastIndexOf("-") + 1)),
    example: (chars) => `tskey-auth-k${chars(11)}CNTRL-${chars(32)}`,
  },
  {
    name: "CircleCI token",
    markers: ["CCIPAT_", "CCIPRJ_"],
    token: /CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_[a-f0-9]{40}/y,
    accepts: randomAfter(7),
    example: (chars) => `CCIPAT_${chars(22)}_${chars(40, HEX)}`,
  },
  prefixed("Buildkite token", "bkua_", { of: HEX, length: 40 }),
  prefixed("SonarQube token", ["squ_", "sqp_", "sqa_"], { of: HEX, length: 40 }),
  prefixed("Octopus Deploy API key", "API-", { of: UPPER, length: [26, 32] }),
  prefixed("Infracost API key", "ico-", { of: ALNUM, length: 32 }),
  prefixed("OpenShift token", "sha256~", { of: URL64, length: 43 }),
  {
    name: "Grafana service account token",
    markers: ["glsa_"],
    token: /glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}/y,
    accepts: randomAfter(5),
    example: (chars) => `glsa_${chars(32)}_${chars(8, HEX)}`,
  },
  {
    name: "Grafana Cloud token",
    markers: ["glc_eyJ"],
    token: /glc_eyJ[A-Za-z0-9+/]{60,500}={0,2}/y,
    accepts: randomAfter(7),
    example: (chars) => `glc_eyJ${chars(120, BASE64)}`,
  },
  prefixed("New Relic user key", "NRAK-", { of: UPPER, length: 27 }),
  prefixed("New Relic insert key", "NRII-", { of: URL64, length: 32 }),
  {
    name: "New Relic license key",
    markers: ["NRAL"],
    lead: [36, 36],
    token: /[a-f0-9]{36}NRAL/y,
    accepts: looksRandom,
    example: (chars) => `${chars(36, HEX)}NRAL`,
  },
  prefixed("Sentry user token", "sntryu_", { of: HEX, length: 64 }),
  {
    name: "Sentry organization token",
    markers: ["sntrys_eyJ"],
    token: /sntrys_eyJ[A-Za-z0-9+/]{60,400}={0,2}_[A-Za-z0-9+/]{43}/y,
    accepts: (token) => looksRandom(token.slice(-43)),
    example: (chars) => `sntrys_eyJ${chars(140, BASE64)}_${chars(43, BASE64)}`,
  },
  {
    name: "Dynatrace token",
    markers: ["dt0c01.", "dt0s16."],
    token: /dt0[cs](?:01|16)\.[A-Z0-9]{24}\.[A-Z0-9]{64}/y,
    accepts: randomAfter(7),
    example: (chars) => `dt0c01.${chars(24, UPPER)}.${chars(64, UPPER)}`,
  },
  {
    name: "Logfire token",
    markers: ["pylf_v"],
    token: /pylf_v\d_(?:us|eu)_[A-Za-z0-9]{43}/y,
    accepts: randomAfter(11),
    example: (chars) => `pylf_v1_us_${chars(43)}`,
  },
  prefixed("PostHog personal API key", "phx_", { of: ALNUM, length: [40, 50] }),
  {
    name: "Postman API key",
    markers: ["PMAK-"],
    token: /PMAK-[a-f0-9]{24}-[a-f0-9]{34}/y,
    accepts: randomAfter(5),
    example: (chars) => `PMAK-${chars(24, HEX)}-${chars(34, HEX)}`,
  },
  {
    name: "RapidAPI key",
    markers: ["msh"],
    lead: [10, 10],
    token: /[a-f0-9]{10}msh[a-f0-9]{15}p1[a-f0-9]{5,6}jsn[a-f0-9]{12}/y,
    accepts: looksRandom,
    example: (chars) =>
      `${chars(10, HEX)}msh${chars(15, HEX)}p1${chars(6, HEX)}jsn${chars(12, HEX)}`,
  },
  prefixed("ReadMe API key", "rdme_", { of: LOWER, length: 70 }),
];
