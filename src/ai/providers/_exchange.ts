// JSON there and back.

import type { Connection } from "../connection.ts";

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
