// Tokens and webhooks of chat, mail and telephony.

import { Buffer } from "node:buffer";
import { looksRandom } from "./token_checks.ts";
import {
  BASE32,
  DIGITS,
  exampleUuid,
  HEX,
  LOWER,
  prefixed,
  randomAfter,
  type TokenFormat,
  UPPER,
} from "./token_format.ts";

/** The first part of a Discord token is the bot's id, of 17 to 20 digits, in base64. */
function namesSnowflake(token: string): boolean {
  const id = Buffer.from(token.slice(0, token.indexOf(".")), "base64").toString("latin1");
  return /^\d{17,20}$/.test(id) && looksRandom(token.slice(token.lastIndexOf(".") + 1));
}

function afterLastSlash(token: string): boolean {
  return looksRandom(token.slice(token.lastIndexOf("/") + 1));
}

export const MESSAGING_FORMATS: readonly TokenFormat[] = [
  {
    name: "Slack token",
    markers: ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxc-", "xoxo-"],
    token: /xox[abcoprs]-\d{9,14}-[A-Za-z0-9-]{20,120}/y,
    accepts: randomAfter(5),
    example: (chars) => `xoxb-${chars(12, DIGITS)}-${chars(13, DIGITS)}-${chars(24)}`,
  },
  {
    name: "Slack app-level token",
    markers: ["xapp-"],
    token: /xapp-\d-[A-Z0-9]{8,14}-\d{10,15}-[a-z0-9]{60,70}/y,
    accepts: randomAfter(7),
    example: (chars) => `xapp-1-A${chars(10, BASE32)}-${chars(13, DIGITS)}-${chars(64, HEX)}`,
  },
  {
    name: "Slack configuration token",
    markers: ["xoxe.xox", "xoxe-"],
    token: /xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{140,170}/y,
    accepts: (token) => looksRandom(token.slice(token.lastIndexOf("-") + 1)),
    example: (chars) => `xoxe.xoxp-1-${chars(163, UPPER)}`,
  },
  {
    name: "Slack webhook",
    markers: ["hooks.slack.com/"],
    token: /hooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24}/y,
    accepts: afterLastSlash,
    example: (chars) =>
      `hooks.slack.com/services/T${chars(9, BASE32)}/B${chars(9, BASE32)}/${chars(24)}`,
  },
  {
    name: "Slack workflow webhook",
    markers: ["hooks.slack.com/"],
    token:
      /hooks\.slack\.com\/(?:workflows|triggers)\/T?[A-Z0-9]{8,12}\/A?[A-Z0-9]{8,20}(?:\/\d{10,20})?\/[A-Za-z0-9]{20,40}/y,
    accepts: afterLastSlash,
    example: (chars) =>
      `hooks.slack.com/triggers/T${chars(9, BASE32)}/${chars(13, DIGITS)}/${chars(32, HEX)}`,
  },
  {
    name: "Discord bot token",
    markers: ["MT", "Mj", "Mz", "ND", "NT", "Nj", "Nz", "OD", "OT"],
    token: /[MNO][A-Za-z0-9]{21,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}/y,
    accepts: namesSnowflake,
    example: (chars) => {
      const id = Buffer.from(`1${chars(17, DIGITS)}`).toString("base64url");
      return `${id}.${chars(6)}.${chars(38)}`;
    },
  },
  {
    name: "Discord webhook",
    markers: ["discord.com/api/", "discordapp.com/api/"],
    token: /discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{17,20}\/[A-Za-z0-9_-]{60,72}/y,
    accepts: afterLastSlash,
    example: (chars) => `discord.com/api/webhooks/1${chars(17, DIGITS)}/${chars(68)}`,
  },
  {
    name: "Microsoft Teams webhook",
    markers: ["webhook.office.com/webhookb2/"],
    token:
      /webhook\.office\.com\/webhookb2\/[a-f0-9@-]{73}\/IncomingWebhook\/[a-f0-9]{32}\/[a-f0-9-]{36}/y,
    accepts: (token) => looksRandom(token.split("/")[3]!),
    example: (chars) =>
      `webhook.office.com/webhookb2/${exampleUuid(chars)}@${exampleUuid(chars)}/IncomingWebhook/` +
      `${chars(32, HEX)}/${exampleUuid(chars)}`,
  },
  {
    name: "Telegram bot token",
    markers: [":AA"],
    lead: [8, 10],
    token: /\d{8,10}:AA[A-Za-z0-9_-]{33}/y,
    accepts: (token) => looksRandom(token.slice(token.indexOf(":") + 3)),
    example: (chars) => `${chars(10, DIGITS)}:AA${chars(33, LOWER + "_-XYZ")}`,
  },
  {
    name: "SendGrid API key",
    markers: ["SG."],
    token: /SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/y,
    accepts: randomAfter(3),
    example: (chars) => `SG.${chars(22)}.${chars(43)}`,
  },
  {
    name: "Mailchimp API key",
    markers: ["-us"],
    lead: [32, 32],
    token: /[a-f0-9]{32}-us\d{1,2}/y,
    accepts: looksRandom,
    example: (chars) => `${chars(32, HEX)}-us14`,
  },
  {
    name: "Brevo API key",
    markers: ["xkeysib-"],
    token: /xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}/y,
    accepts: randomAfter(8),
    example: (chars) => `xkeysib-${chars(64, HEX)}-${chars(16)}`,
  },
  {
    name: "Resend API key",
    markers: ["re_"],
    token: /re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}/y,
    // A long name in a program is of one case between its underscores.
    accepts: (token) => looksRandom(token.slice(3)) && /\d/.test(token) && /[A-Z]/.test(token),
    example: (chars) => `re_${chars(7)}7_A${chars(23)}`,
  },
  prefixed("Typeform token", "tfp_", { of: `${LOWER}ABCDEFGHIJKLMNOPQRSTUVWXYZ_-`, length: 59 }),
];
