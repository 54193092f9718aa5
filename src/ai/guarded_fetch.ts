// The one door to a provider. Through it goes nothing to another host than the one it was made for,
// no redirect is followed, no body is read beyond a bound, and every failure is a `ProviderError`.

import { isObject } from "./json.ts";
import { ProviderError, type Trouble } from "./provider_error.ts";
import { parseRetryAfter } from "./retry.ts";

export type Fetch = typeof globalThis.fetch;

/** Far above any answer that is asked for; a list of all models fits too. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

export interface Door {
  readonly provider: string;
  /** All requests go below it. */
  readonly base: URL;
  readonly fetch: Fetch;
  /** Takes the key out of a text of the provider's. */
  readonly scrub: (text: string) => string;
  readonly now: () => number;
}

/**
 * A `fetch` for one provider: resolves to a response of status 200 that holds JSON, with its body
 * read; rejects with a `ProviderError` otherwise.
 */
export function guardedFetch(door: Door): Fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== door.base.origin) {
      throw new ProviderError("elsewhere", `Refused a request of ${door.provider} to another host`);
    }
    const response = await send(door, url, init);
    const body = await readBody(door, response, init?.signal);
    if (!response.ok) throw statusError(door, response, body);
    if (parseJson(body) === undefined) {
      throw new ProviderError(
        "malformed",
        `${door.provider} answered with something else than JSON`,
        {
          mayBeBilled: true,
        },
      );
    }
    return new Response(body, { status: 200, headers: { "content-type": "application/json" } });
  };
}

async function send(door: Door, url: URL, init: RequestInit | undefined): Promise<Response> {
  try {
    return await door.fetch(url, { ...init, redirect: "manual" });
  } catch (error) {
    throw networkError(door, error, init?.signal);
  }
}

async function readBody(
  door: Door,
  response: Response,
  signal: AbortSignal | null | undefined,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) {
        throw new ProviderError("malformed", `${door.provider} answered with too long a body`, {
          mayBeBilled: true,
        });
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw networkError(door, error, signal);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return new TextDecoder().decode(whole);
}

function networkError(
  door: Door,
  cause: unknown,
  signal: AbortSignal | null | undefined,
): ProviderError {
  if (signal?.aborted) {
    return new ProviderError("timeout", `${door.provider} did not answer in time`, {
      mayBeBilled: true,
    });
  }
  // The request may have arrived: what is not known to be free counts as paid.
  return new ProviderError("network", `${door.provider} cannot be reached at ${door.base.host}`, {
    mayBeBilled: true,
    cause,
  });
}

function statusError(door: Door, response: Response, body: string): ProviderError {
  const { status } = response;
  if (status >= 300 && status < 400) {
    return new ProviderError("elsewhere", `${door.provider} sends on to another address: refused`, {
      status,
    });
  }
  const kind = kindOf(status);
  // What is said about a key may hold a part of it.
  const said = kind === "auth" ? undefined : detailOf(parseJson(body));
  const detail = said === undefined ? "" : `: ${door.scrub(said).slice(0, MAX_DETAIL)}`;
  const retryAfter = parseRetryAfter(response.headers.get("retry-after"), door.now());
  return new ProviderError(kind, `${door.provider} answered with status ${status}${detail}`, {
    status,
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

function kindOf(status: number): Trouble {
  if (status === 401 || status === 403) return "auth";
  if (status === 429) return "rate-limit";
  return status >= 500 ? "server" : "request";
}

const MAX_DETAIL = 200;

/** The message in the error bodies of all providers. */
function detailOf(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  const { error = body } = body;
  const message = isObject(error) ? error["message"] : error;
  return typeof message === "string" && message !== "" ? message : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
