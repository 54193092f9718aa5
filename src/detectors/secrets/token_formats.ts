// Every provider's format, from the tables by area.

import { AI_FORMATS } from "./ai_formats.ts";
import { CLOUD_FORMATS } from "./cloud_formats.ts";
import { DELIVERY_FORMATS } from "./delivery_formats.ts";
import { HOSTING_FORMATS } from "./hosting_formats.ts";
import { MESSAGING_FORMATS } from "./messaging_formats.ts";
import { PAYMENT_FORMATS } from "./payment_formats.ts";
import { PRODUCT_FORMATS } from "./product_formats.ts";
import type { TokenFormat } from "./token_format.ts";

/** Formats that tell a token by itself, wherever it stands. */
export const TOKEN_FORMATS: readonly TokenFormat[] = [
  ...AI_FORMATS,
  ...CLOUD_FORMATS,
  ...DELIVERY_FORMATS,
  ...HOSTING_FORMATS,
  ...MESSAGING_FORMATS,
  ...PAYMENT_FORMATS,
  ...PRODUCT_FORMATS,
];
