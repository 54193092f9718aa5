// Tokens of payment and commerce. Keys of test modes are left out: they move no money, and most
// that stand in files are from documentation.

import { looksRandom } from "./token_checks.ts";
import {
  ALNUM,
  exampleUuid,
  HEX,
  LOWER,
  prefixed,
  randomAfter,
  type TokenFormat,
  URL64,
} from "./token_format.ts";

export const PAYMENT_FORMATS: readonly TokenFormat[] = [
  prefixed("Stripe live key", ["sk_live_", "rk_live_"], { of: ALNUM, length: [24, 120] }),
  {
    name: "Stripe webhook secret",
    markers: ["whsec_"],
    token: /whsec_[A-Za-z0-9+/]{32,64}={0,2}/y,
    accepts: randomAfter(6),
    example: (chars) => `whsec_${chars(32)}`,
  },
  prefixed("Square access token", "sq0atp-", { of: URL64, length: 22 }),
  prefixed("Square application secret", "sq0csp-", { of: URL64, length: 43 }),
  prefixed("Square OAuth token", "EAAA", { of: URL64, length: 60 }),
  {
    name: "Braintree access token",
    markers: ["access_token$production$"],
    token: /access_token\$production\$[a-z0-9]{16}\$[a-f0-9]{32}/y,
    accepts: (token) => looksRandom(token.slice(-32)),
    example: (chars) => `access_token$production$${chars(16, LOWER)}$${chars(32, HEX)}`,
  },
  prefixed("Shopify access token", ["shpat_", "shpca_", "shppa_"], { of: HEX, length: 32 }),
  prefixed("Shopify shared secret", "shpss_", { of: HEX, length: 32 }),
  {
    name: "Paddle API key",
    markers: ["pdl_live_apikey_"],
    token: /pdl_live_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}/y,
    accepts: randomAfter(16),
    example: (chars) => `pdl_live_apikey_${chars(26, LOWER)}_${chars(22)}_${chars(3)}`,
  },
  {
    name: "Plaid access token",
    markers: ["access-production-"],
    token: /access-production-[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}/y,
    accepts: randomAfter(18),
    example: (chars) => `access-production-${exampleUuid(chars)}`,
  },
  {
    name: "Flutterwave secret key",
    markers: ["FLWSECK-"],
    token: /FLWSECK-[a-f0-9]{32}-X/y,
    accepts: randomAfter(8),
    example: (chars) => `FLWSECK-${chars(32, HEX)}-X`,
  },
  prefixed("Shippo live token", "shippo_live_", { of: HEX, length: 40 }),
  prefixed("EasyPost production key", "EZAK", { of: ALNUM, length: 54 }),
  prefixed("Duffel live token", "duffel_live_", { of: URL64, length: 43 }),
];
