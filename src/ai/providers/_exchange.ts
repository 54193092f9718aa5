// JSON there and back.

import type { Connection } from "../connection.ts";
import { at } from "../json.ts";

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export async function getJson(
  { base, fetch }: Connection,
  path: string,
  { headers = {}, signal }: Sent,
): Promise<unknown> {
  const response = await fetch(new URL(path, base), { headers, signal });
  return await response.json();
}

export async function postJson(
  { base, fetch }: Connection,
  path: string,
  { headers = {}, signal, body }: Sent & { readonly body: unknown },
): Promise<unknown> {
  const response = await fetch(new URL(path, base), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    signal,
  });
  return await response.json();
}

export function bearer({ key }: Connection): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

/** A message's text: a string, or a list of parts of which some are text. */
export function textOf(content: unknown): string | undefined {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return undefined;
  const texts = content.map((part) => at(part, "text")).filter((text) => typeof text === "string");
  return texts.length === 0 ? undefined : texts.join("");
}
