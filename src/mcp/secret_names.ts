// Which names promise a secret, and which values are none: references that a client fills in, and
// what documentation writes in a secret's place.

import { nameWords } from "../core/mod.ts";

const SECRET_WORD =
  /^(?:pwd|pat|jwt|bearer|authorization|cookie)$|(?:password|passwd|passphrase|passcode|secret|token|apikey|credentials?)$/;

/** Words that make a key, or an abbreviation, one that opens something. */
const KEY_OWNER =
  /^(?:api|access|secret|private|auth|account|encryption|signing|master|service|admin|app|shared|storage|subscription|webhook|bot|license|deploy|integration|client)$/;

/** As the last word it says that the value is about a secret, and is none. */
const ABOUT =
  /^(?:ids?|names?|paths?|files?|filename|dir|directory|folder|urls?|uri|endpoint|host|port|type|kind|ttl|expir(?:y|es|ation)|limits?|max|min|count|length|size|budget|timeout|header|headers|alg|algorithm|region|prefix|suffix|env|var|variable|arn|version|format|mode|method|provider|store|manager|rotation|policy|enabled?|disabled?|required|fields?|label|source|location|command|cmd|helper|usage|scopes?|audience|issuer|tokens)$/;

/**
 * `sure`: the name means a secret whatever the value; `likely`: only a value that looks like one
 * is (`SUPABASE_KEY`, `--key`, `SMTP_PASS`).
 */
export function secretName(name: string): "sure" | "likely" | undefined {
  const words = nameWords(name);
  const last = words.at(-1);
  if (last === undefined || ABOUT.test(last)) return undefined;
  if (words.some((word) => SECRET_WORD.test(word))) return "sure";
  const key = words.lastIndexOf("key");
  if (key > 0 && KEY_OWNER.test(words[key - 1]!)) return "sure";
  return /^(?:key|pass|auth|sig|signature)$/.test(last) ? "likely" : undefined;
}

/** A value that stands for another: a variable, an input, a place in a store of secrets. */
const REFERENCE =
  /^\$[A-Za-z_]|\$\{|\$\(|\{\{|^%[\w-]{1,80}%$|^\{[^{}"]{1,120}\}$|^\[[^\]]{0,200}\]$|^[a-z][a-z-]{1,20}:\/\/|^(?:env|file|keychain|vault|secret|keyring|ssm):/i;

/** What documentation writes for a secret; no generator makes it. */
const STAND_IN =
  /your|x{4}|\.\.\.|…|\*{3}|placeholder|change.?me|replace|redacted|_here|<[^<>]{1,80}>/i;
const STAND_IN_WORD = /\b(?:example|dummy|sample|fake|insert|here)/i;

/** Words of values such as `my-api-key` or `GITHUB_TOKEN`. */
const SPOKEN =
  /^(?:the|my|a|an|some|this|is|not|api|app|access|auth|bearer|client|github|gitlab|key|token|secret|password|passwd|pass|pw|pwd|value|personal|private|super|test|user|username|dev|local|demo|db|database|default|admin|root|none|null|undefined|true|false|yes|no|on|off|auto|empty|optional|required|todo|tbd|guest|anonymous|public|postgres|mysql|redis|neo4j|minioadmin|localhost|enter|put|goes|sk|pk|\d{1,4})$/;

/** A run such as `123456`, whichever way, that hands type and generators do not make. */
const MAX_RUN = 6;
/** Shorter ones are switches, or say nothing. */
const MIN_SECRET = 4;
/** Where only the value can tell. */
const MIN_LIKELY = 12;

/** True for a value that may be a live secret, given how much its name promises. */
export function looksSecret(value: string, name: "sure" | "likely"): boolean {
  const text = value.trim();
  if (text.length < MIN_SECRET) return false;
  if (/\s/.test(text)) return text.startsWith("-----BEGIN");
  if (/^\d{1,5}$/.test(text) || REFERENCE.test(text)) return false;
  if (STAND_IN.test(text) || STAND_IN_WORD.test(text)) return false;
  if (isPath(text) || hasRun(text) || new Set(text).size < MIN_SECRET) return false;
  const words = nameWords(text);
  if (words.length > 0 && words.every((word) => SPOKEN.test(word))) return false;
  if (/^[A-Z]+(?:_[A-Z]+)+$/.test(text)) return false;
  return name === "sure" ||
    (text.length >= MIN_LIKELY && /\d/.test(text) && /[a-z]/i.test(text) &&
      !/\.\w{1,5}$/.test(text));
}

/** Base64 may start with a slash too, but has no short segments and no extension. */
function isPath(text: string): boolean {
  if (!/^(?:~|\.{1,2}|[A-Za-z]:)?[\\/]/.test(text)) return false;
  return /\.\w{1,6}$/.test(text) ||
    text.split(/[\\/]/).every((part) => part.length <= 24 && !/[+=]/.test(part));
}

function hasRun(text: string): boolean {
  let up = 1;
  let down = 1;
  for (let i = 1; i < text.length; i++) {
    const step = text.charCodeAt(i) - text.charCodeAt(i - 1);
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (up >= MAX_RUN || down >= MAX_RUN) return true;
  }
  return false;
}
