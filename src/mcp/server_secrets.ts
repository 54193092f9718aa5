// The credentials that a server's definition holds in the open: whole values of secret-named
// variables, headers, settings and options, and the secret parts of URLs. One pass, linear in the
// text; what a value is decides here alone, for the rules and for what is masked.

import {
  type Credential,
  type CredentialPlace,
  type Located,
  partOf,
  type ServerDef,
  type Span,
} from "../core/mod.ts";
import { looksSecret, secretName } from "./secret_names.ts";

type Values = Omit<ServerDef, "credentials">;

/** What must never be shown of a server, whichever rule reports something near it. */
export function serverSecrets(server: ServerDef): Span[] {
  return server.credentials.map(({ value }) => value.span);
}

export function credentialsOf(server: Values): Credential[] {
  const found: Credential[] = [];
  for (const [name, value] of Object.entries(server.env)) {
    add(found, named({ place: "env", name, value }));
  }
  for (const [name, value] of Object.entries(server.headers)) {
    add(found, header({ place: "header", name, value }));
  }
  for (const [name, values] of Object.entries(server.settings)) {
    const last = name.slice(name.lastIndexOf(".") + 1);
    for (const value of values) add(found, named({ place: "setting", name: last, value }));
  }
  for (const value of [server.url, server.command]) {
    if (value) add(found, inUrls("url", value));
  }
  add(found, inArguments(server.args));
  return found;
}

function add(found: Credential[], more: readonly Credential[]): void {
  for (const credential of more) found.push(credential);
}

/** The whole value, where name and value say so; else what URLs in it hold. */
function named({ place, name, value }: Credential): Credential[] {
  const kind = secretName(name);
  if (kind && looksSecret(value.value, kind)) return [{ place, name, value }];
  if (place === "argument") return inUrls("url", value);
  return inUrls(place, value).map((part) => ({ ...part, name }));
}

const SCHEME =
  /^\s{0,8}(?:\w{1,20}-)?(?:bearer|basic|token|apikey|api-key|key|bot|digest)[\s:]{1,8}/i;
/** What stands between a header's name and its secret, where a script parts the words. */
const SCHEME_ALONE = /^(?:(?:bearer|basic|token|apikey|api-key|key|bot|digest):?)?$/i;

function header({ place, name, value }: Credential): Credential[] {
  const scheme = SCHEME.exec(value.value)?.[0].length ?? 0;
  const rest = partOf(value, { start: scheme, end: value.value.length });
  return isList(name, rest.value)
    ? [{ place, name, value: rest }]
    : named({ place, name, value: rest });
}

/** Cookies, or parameters of a scheme, of which one looks like a secret. */
function isList(name: string, value: string): boolean {
  const parts = value.split(/[\s;,]{1,8}/);
  return parts.length > 1 && secretName(name) === "sure" &&
    parts.some((part) => looksSecret(part.replace(/^[\w.-]{1,60}=/, ""), "likely"));
}

const URL_START = /[a-z][a-z0-9+.-]{0,20}:\/\//gi;
const URL_END = /[\s"'`<>]/;

/** Passwords, tokens in a user's place, and key-like parameters of every URL in a value. */
function inUrls(place: CredentialPlace, value: Located<string>): Credential[] {
  const found: Credential[] = [];
  const text = value.value;
  if (!text.includes("://")) return found;
  let from = 0;
  for (const { index, 0: scheme } of text.matchAll(URL_START)) {
    if (index < from) continue;
    const start = index + scheme.length;
    const rest = text.slice(start, start + MAX_URL);
    from = start + (URL_END.exec(rest)?.index ?? rest.length);
    const url = partOf(value, { start, end: from });
    add(found, userInfo(place, url));
    add(found, parameters(place, url));
  }
  return found;
}

/** Units of a URL; servers refuse longer ones. */
const MAX_URL = 8_000;
/** A user's name this long is a token, as in `https://<token>@github.com`. */
const MIN_TOKEN = 16;

function userInfo(place: CredentialPlace, url: Located<string>): Credential[] {
  const authority = /^[^/?#]*/.exec(url.value)![0];
  const at = authority.lastIndexOf("@");
  if (at < 0) return [];
  const colon = authority.indexOf(":");
  const user = authority.slice(0, colon < 0 || colon > at ? at : colon);
  if (user.length === at) {
    const value = partOf(url, { start: 0, end: at });
    return at >= MIN_TOKEN && looksSecret(user, "likely") ? [{ place, name: "user", value }] : [];
  }
  const value = partOf(url, { start: user.length + 1, end: at });
  const live = value.value !== user && looksSecret(decoded(value.value), "sure");
  return live ? [{ place, name: "password", value }] : [];
}

function parameters(place: CredentialPlace, url: Located<string>): Credential[] {
  const found: Credential[] = [];
  for (const { index, 1: name, 2: text } of url.value.matchAll(/[?&#;]([\w.-]{1,80})=([^&#;]*)/g)) {
    const kind = secretName(name!);
    if (kind === undefined || !looksSecret(decoded(text!), kind)) continue;
    const start = index + name!.length + 2;
    const value = partOf(url, { start, end: start + text!.length });
    found.push({ place, name: name!, value });
  }
  return found;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

const OPTION = /^--?([A-Za-z][\w.-]{0,80})$/;
const ASSIGNED = /^(?:--?|\/)?([A-Za-z_][\w.-]{0,80})([=:])/;
const HEADER_NAME = /^["']?([A-Za-z][\w-]{0,80}):$/;
/** Options whose value is itself `NAME=value` or `Name: value`. */
const CARRIER = /^(?:e|env|H|header|headers|set-env)$/;
const JSON_PAIR = /"([\w.-]{1,80})"\s{0,8}:\s{0,8}"([^"\\]{1,2000})"/g;

function inArguments(args: readonly Located<string>[]): Credential[] {
  const found: Credential[] = [];
  let name = "";
  for (const arg of args) {
    if (/^\s{0,8}\{/.test(arg.value)) {
      add(found, inJson(arg));
      name = "";
      continue;
    }
    for (const word of wordsOf(arg)) {
      const { option, credentials } = readWord(word, name);
      add(found, credentials);
      if (option !== "" || !SCHEME_ALONE.test(word.value)) name = option;
    }
  }
  return found;
}

interface Reading {
  /** The option or header whose value the next word may be. */
  readonly option: string;
  readonly credentials: readonly Credential[];
}

function readWord(word: Located<string>, before: string): Reading {
  const text = word.value;
  const option = OPTION.exec(text)?.[1] ?? HEADER_NAME.exec(text)?.[1];
  if (option !== undefined) return { option, credentials: [] };
  const carrier = ASSIGNED.exec(text);
  const carried = carrier && CARRIER.test(carrier[1]!)
    ? partOf(word, { start: carrier[0].length, end: text.length })
    : word;
  return readAssignment(carried) ??
    { option: "", credentials: named({ place: "argument", name: before, value: carried }) };
}

/** `NAME=value`, `--name=value` or `Name:value`; a URL is none. */
function readAssignment(word: Located<string>): Reading | undefined {
  const text = word.value;
  const [assigned, name, sign] = ASSIGNED.exec(text) ?? [];
  if (assigned === undefined || text.startsWith("//", assigned.length)) return undefined;
  const value = partOf(word, { start: assigned.length, end: text.length });
  const credential: Credential = { place: "argument", name: name!, value };
  return {
    option: SCHEME_ALONE.test(value.value) ? name! : "",
    credentials: sign === ":" ? header(credential) : named(credential),
  };
}

function inJson(arg: Located<string>): Credential[] {
  const found: Credential[] = [];
  for (const { index, 0: pair, 1: name, 2: text } of arg.value.matchAll(JSON_PAIR)) {
    const end = index + pair.length - 1;
    const value = partOf(arg, { start: end - text!.length, end });
    add(found, named({ place: "argument", name: name!, value }));
  }
  return found;
}

/** An argument may be a script, or a header with its value; quotes are the script's. */
function wordsOf(arg: Located<string>): Located<string>[] {
  if (!/\s/.test(arg.value)) return [arg];
  return [...arg.value.matchAll(/[^\s"']+/g)].map(({ index, 0: word }) =>
    partOf(arg, { start: index, end: index + word.replace(/[;&)]$/, "").length })
  );
}
