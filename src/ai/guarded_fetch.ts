// The one door to a provider. Through it goes nothing to another host than the one it was made for,
// no redirect is followed, no body is read beyond a bound, and every failure is a `ProviderError`.

import { at, isObject } from "./json.ts";
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
    const response = await send(door, url, { ...init, headers: allowedHeaders(init?.headers) });
    const body = await readBody(door, response, init?.signal);
    if (!response.ok) throw statusError(door, response, body);
    if (!isObject(parseJson(body))) {
      throw new ProviderError("malformed", `${door.provider} answered with no JSON object`, {
        mayBeBilled: true,
      });
    }
    return new Response(body, { status: 200, headers: { "content-type": "application/json" } });
  };
}

/** What a provider has to know. The SDKs would also tell of the machine, and add what they find. */
const ALLOWED_HEADERS = [
  "accept",
  "anthropic-version",
  "authorization",
  "content-type",
  "x-api-key",
  "x-goog-api-key",
];

function allowedHeaders(given: HeadersInit | undefined): Headers {
  const all = new Headers(given);
  const allowed = new Headers({ "user-agent": "mcp-sentinel" });
  for (const name of ALLOWED_HEADERS) {
    const value = all.get(name);
    if (value !== null) allowed.set(name, value);
  }
  return allowed;
}

async function send(door: Door, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await door.fetch(url, { ...init, redirect: "manual" });
  } catch (error) {
    throw networkError(door, error, init.signal);
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
  if (cause instanceof Deno.errors.NotCapable) {
    return new ProviderError(
      "elsewhere",
      `No permission to reach ${door.base.host}: add ` +
        `--allow-net=${door.base.host} to the deno command line`,
    );
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
  const content = parseJson(body);
  const kind = isKeyRefused(content) ? "auth" : kindOf(status);
  // What is said about a key may hold a part of it.
  const said = kind === "auth" ? undefined : detailOf(content);
  const detail = said === undefined
    ? ""
    : `: ${door.scrub(said.slice(0, 10 * MAX_DETAIL)).slice(0, MAX_DETAIL)}`;
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

/** Google says so with status 400. */
function isKeyRefused(body: unknown): boolean {
  const details = at(body, "error", "details");
  return Array.isArray(details) && details.some((each) => at(each, "reason") === "API_KEY_INVALID");
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
