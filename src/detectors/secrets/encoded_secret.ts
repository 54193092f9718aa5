// Tokens and private keys under one layer of base64 or hexadecimal digits.

import { Buffer } from "node:buffer";
import { TOKEN_FORMATS } from "./token_formats.ts";
import { findToken } from "./token_search.ts";
import { startsWord } from "./word_edges.ts";

/** Keys, and the account files that hold them, by how they start. */
const KEY_FILES = ["-----BEGIN", '{"type":"service_account', '{\n  "type": "service_account'];

/** The characters that base64 gives for `text`, whatever follows it. */
function base64Start(text: string): string {
  return Buffer.from(text).toString("base64").slice(0, Math.floor(text.length * 8 / 6));
}

const STARTS = [
  ...KEY_FILES,
  ...TOKEN_FORMATS.filter(({ lead }) => lead === undefined).flatMap(({ markers }) => markers),
].map(base64Start);

/** How the base64 of every token and key starts. */
export const BASE64_STARTS: RegExp = new RegExp(
  [...new Set(STARTS)]
    .filter((start, _, all) => !all.some((other) => other !== start && start.startsWith(other)))
    .sort().map((start) => RegExp.escape(start)).join("|"),
  "g",
);

/** The shortest token of any format takes more. */
const BASE64_RUN = /[A-Za-z0-9+/_-]{28,8000}={0,2}/y;

/** Of bytes that are all printable ASCII, as tokens are; hardly any hash is. */
export const HEX_RUN = /(?<![0-9A-Za-z])(?:[2-7][0-9a-fA-F]){24,300}(?![0-9A-Za-z])/g;

export interface EncodedSecret {
  /** Units that it takes in the file. */
  readonly length: number;
  /** As a reader would say it: "GitHub token". */
  readonly name: string;
}

/** What the base64 at `index` of `text` stands for, where that is a secret. */
export function encodedSecret(text: string, index: number): EncodedSecret | undefined {
  if (!startsWord(text, index)) return undefined;
  BASE64_RUN.lastIndex = index;
  const run = BASE64_RUN.exec(text)?.[0];
  if (run === undefined) return undefined;
  const name = nameOf(Buffer.from(run, "base64").toString("latin1"));
  return name === undefined ? undefined : { length: run.length, name };
}

/** The same for the hexadecimal digits `run`. */
export function hexSecret(run: string): EncodedSecret | undefined {
  const name = nameOf(Buffer.from(run, "hex").toString("latin1"));
  return name === undefined ? undefined : { length: run.length, name };
}

/** A header alone is what looks for keys, and no key. */
const KEY = /PRIVATE KEY-----[\s\\A-Za-z0-9+/=:,-]{40}/;

function nameOf(decoded: string): string | undefined {
  if (KEY.test(decoded)) return "private key";
  return findToken(decoded)?.format.name;
}
