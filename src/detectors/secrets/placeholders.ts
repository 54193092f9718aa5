// What stands where a secret would and is none: names of variables, templates, words that ask for
// the real one, types, paths.

/** Filled in later: by a shell, a template engine, a formatter, or a reader. */
const TEMPLATE =
  /\$\{|\$\(|\{\{|\}\}|<%|%>|^\$[A-Za-z_]|^%[A-Za-z_(]|%[sdvq]\b|%\(|\{[A-Za-z_.]{0,40}\}|^<|>$|^\[|\]$|\.\.\.|…|\*\*|••/;

const ASKS =
  /your|example|sample|placeholder|dummy|fake|redact|replace|insert|enter|todo|fixme|not[-_ ]?(?:set|real|needed|used|required)|xxx|change[-_ ]?this|\bhere\b|_here|goes|mock|demo|foo|\bbar\b|lorem|deadbeef|cafebabe|undefined|required|optional|\btest|test[-_]|[-_]test|none\b|null\b/i;

const PATH_OR_URL =
  /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|\.{0,2}\/|~\/|[A-Za-z]:\\|[\w.-]{1,40}\/[\w.-]{1,40}\/[\w./-]{1,100}$)/i;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** True for text that stands for a secret and is none. */
export function isPlaceholder(value: string): boolean {
  return TEMPLATE.test(value) || ASKS.test(value) || PATH_OR_URL.test(value) || UUID.test(value);
}

/** Passwords that are the first anyone tries. */
const COMMON =
  /^(?:(?:p[a@]ss?w[o0]rd|passwd|admin|root|guest|secret|letmein|welcome|qwerty|abc|login|master|change[-_]?me|default|user|postgres|mysql|mongo|redis|rabbitmq|minio|minioadmin|toor)[-_]?(?:\d{0,6}|now|please)[!@#$.]{0,3}|\d{1,10})$/i;

/** True for a password that protects nothing, and leaks nothing either. */
export function isCommonPassword(value: string): boolean {
  return COMMON.test(value);
}
