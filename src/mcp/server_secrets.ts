// Credentials in a client configuration: what must be masked in a report, whatever a rule says of
// the server it stands in.

import type { Located, ServerDef, Span } from "../core/mod.ts";

const SECRET_NAME =
  /key|token|secret|passw(?:or)?d|credential|authorization|cookie|\bauth\b|\bsig/i;
/** References and placeholders, which are no credentials. */
const REFERENCE = /^(?:\$\{?|<|%|\{\{|your[-_ ]|x{3})|^$/i;
const SCHEME = /^(?:Bearer|Basic|Token) +/i;
const USER_INFO = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^/?#@\s:]{0,200}:([^/?#@\s]{1,200})@/i;
const QUERY_VALUE = /[?&]([\w.-]{1,60})=([^&#\s]{1,4096})/g;
const OPTION = /^-{1,2}([\w-]{1,60})=(.{1,4096})$/s;
const OPTION_NAME = /^-{1,2}([\w-]{1,60})$/;

/** The spans of passwords, keys and tokens; `text` is the file's own. */
export function serverSecrets(server: ServerDef, text: string): Span[] {
  const found: Span[] = [];
  const add = (located: Located<string>, from: number, value: string): void => {
    if (REFERENCE.test(value)) return;
    const { start, end } = located.span;
    // An escape in between moves the places: then the whole value is masked.
    const plain = text.slice(start, end) === located.value;
    found.push(plain ? { start: start + from, end: start + from + value.length } : { start, end });
  };
  const addUrl = (located: Located<string>): void => {
    const password = USER_INFO.exec(located.value)?.[1];
    if (password !== undefined) add(located, located.value.indexOf(`:${password}@`) + 1, password);
    for (const [whole, name, value] of located.value.matchAll(QUERY_VALUE)) {
      const at = located.value.indexOf(whole);
      if (SECRET_NAME.test(name!)) add(located, at + whole.length - value!.length, value!);
    }
  };
  for (const named of [server.env, server.headers]) {
    for (const [name, located] of Object.entries(named)) {
      addUrl(located);
      const scheme = SCHEME.exec(located.value)?.[0].length ?? 0;
      if (SECRET_NAME.test(name)) add(located, scheme, located.value.slice(scheme));
    }
  }
  if (server.url) addUrl(server.url);
  server.args.forEach((arg, i) => {
    addUrl(arg);
    const [, name, value] = OPTION.exec(arg.value) ?? [];
    if (value !== undefined && SECRET_NAME.test(name!)) {
      add(arg, arg.value.length - value.length, value);
    }
    const before = OPTION_NAME.exec(server.args[i - 1]?.value ?? "")?.[1];
    if (before !== undefined && SECRET_NAME.test(before)) add(arg, 0, arg.value);
    const header = /^([\w-]{1,60}): *(.{1,4096})$/s.exec(arg.value);
    if (header && SECRET_NAME.test(header[1]!)) {
      const scheme = SCHEME.exec(header[2]!)?.[0].length ?? 0;
      const secret = header[2]!.slice(scheme);
      add(arg, arg.value.length - secret.length, secret);
    }
  });
  return found;
}
