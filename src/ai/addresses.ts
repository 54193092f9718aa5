// Where a provider is: its documented host, or what the user's environment or configuration names.

import { printable } from "../core/mod.ts";

export type Address =
  | { readonly url: URL }
  /** What was expected of the text. */
  | { readonly fault: string };

/** `text` as the place that all requests go below; plain HTTP leads to this machine alone. */
export function readAddress(text: string): Address {
  const url = URL.parse(text);
  if (url === null || url.protocol !== "https:" && url.protocol !== "http:") {
    return { fault: `Expected an https address, found "${printable(text).slice(0, 100)}"` };
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    return { fault: `Expected an address without a user, a query and a fragment at ${url.host}` };
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    return { fault: `Expected https for ${url.host}: plain HTTP leads to this machine alone` };
  }
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return { url };
}

/** 127.0.0.0/8, `::1`, and the names that stand for them. */
export function isLoopback(host: string): boolean {
  // The parser of addresses has made every spelling of an IPv4 address into four numbers.
  return /^127(?:\.\d{1,3}){3}$/.test(host) || host === "[::1]" || host === "localhost";
}

/**
 * `OLLAMA_HOST` as Ollama reads it: an address, a host, a port, or a host and a port. What it
 * listens on everywhere is asked on this machine.
 */
export function ollamaAddress(text: string): string {
  const [, scheme, rest] = /^(https?):\/\/(.*)$/i.exec(text.trim()) ?? [, undefined, text.trim()];
  const [host = "", ...path] = (rest ?? "").split("/");
  const port = scheme !== undefined || /:\d{1,5}$/.test(host) ? "" : ":11434";
  const named = host.replace(/^(?:0\.0\.0\.0|\[::\])?(?=:\d|$)/, "127.0.0.1");
  return [`${scheme ?? "http"}://${named}${port}`, ...path].join("/");
}

/**
 * Whether Deno would send a request to this machine through a proxy, where its text could be read.
 */
export function isProxied(url: URL, env: (name: string) => string | undefined): boolean {
  if (url.protocol !== "http:") return false;
  const proxy = ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"].some((name) =>
    (env(name) ?? "") !== ""
  );
  if (!proxy) return false;
  // Deno compares names as they are written; a star does not stand for an address in numbers.
  const direct = (env("NO_PROXY") ?? env("no_proxy") ?? "").split(",").map((each) => each.trim());
  return !direct.includes(url.hostname);
}
