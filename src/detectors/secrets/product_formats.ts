// Tokens of the products that teams work in: notes, issues, designs, files.

import { looksRandom } from "./token_checks.ts";
import {
  ALNUM,
  DIGITS,
  exampleUuid,
  HEX,
  prefixed,
  randomAfter,
  type TokenFormat,
  UPPER,
  URL64,
} from "./token_format.ts";

export const PRODUCT_FORMATS: readonly TokenFormat[] = [
  {
    name: "Notion token",
    markers: ["ntn_"],
    token: /ntn_[0-9]{11}[A-Za-z0-9]{35}/y,
    accepts: randomAfter(4),
    example: (chars) => `ntn_${chars(11, DIGITS)}${chars(35)}`,
  },
  {
    name: "Notion integration secret",
    markers: ["secret_"],
    token: /secret_[A-Za-z0-9]{43}/y,
    // A name of that length has no digits between its capitals.
    accepts: (token) => looksRandom(token.slice(7)) && /\d[A-Za-z]{0,40}\d/.test(token),
    example: (chars) => `secret_4${chars(41)}7`,
  },
  prefixed("Linear API key", "lin_api_", { of: ALNUM, length: 40 }),
  prefixed("Linear OAuth token", "lin_oauth_", { of: HEX, length: 64 }),
  prefixed("Figma token", "figd_", { of: URL64, length: [40, 48] }),
  {
    name: "Airtable token",
    markers: ["pat"],
    token: /pat[A-Za-z0-9]{14}\.[a-f0-9]{64}/y,
    accepts: randomAfter(18),
    example: (chars) => `pat${chars(14)}.${chars(64, HEX)}`,
  },
  {
    name: "ClickUp token",
    markers: ["pk_"],
    token: /pk_\d{6,10}_[A-Z0-9]{32}/y,
    accepts: (token) => looksRandom(token.slice(-32)),
    example: (chars) => `pk_${chars(8, DIGITS)}_${chars(32, UPPER)}`,
  },
  {
    name: "HubSpot private app token",
    markers: ["pat-na", "pat-eu", "pat-ap"],
    token: /pat-(?:na|eu|ap)\d-[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}/y,
    accepts: randomAfter(8),
    example: (chars) => `pat-na1-${exampleUuid(chars)}`,
  },
  prefixed("Contentful management token", "CFPAT-", { of: URL64, length: 43 }),
  prefixed("Dropbox access token", "sl.", { of: URL64, length: [130, 1400] }),
  {
    name: "Mapbox secret token",
    markers: ["sk.eyJ1"],
    token: /sk\.eyJ1[A-Za-z0-9_-]{60,200}\.[A-Za-z0-9_-]{22}/y,
    accepts: (token) => looksRandom(token.slice(-22)),
    example: (chars) => `sk.eyJ1${chars(80)}.${chars(22)}`,
  },
  {
    name: "MaxMind license key",
    markers: ["_mmk"],
    lead: [36, 36],
    token: /[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk/y,
    accepts: looksRandom,
    example: (chars) => `${chars(6)}_${chars(29)}_mmk`,
  },
  prefixed("Frame.io token", "fio-u-", { of: URL64, length: 64 }),
];
