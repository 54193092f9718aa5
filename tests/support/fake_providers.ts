// Providers of models on loopback: each speaks its wire format as documented, answers what the test
// says, keeps what it was sent, and fails in the ways it is told to.

import type { ProviderName } from "../../src/ai/mod.ts";
import type { Prompt } from "./fake_wire.ts";
import { WIRES } from "./fake_wires.ts";

export type { Prompt } from "./fake_wire.ts";

/** How a request is treated instead of being answered. */
export type Trouble =
  /** Nobody answers, ever. */
  | "hang"
  /** The connection ends in the middle of the body. */
  | "reset"
  /** A page of a proxy. */
  | "html"
  /** The body ends before its JSON does. */
  | "truncated"
  /** 100 MB of JSON. */
  | "huge"
  /** A byte now and then, without end. */
  | "drip"
  /** Sent on to another address. */
  | { readonly redirect: string }
  | {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly message?: string;
  };

/** A request as it came over the wire. */
export interface Seen {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What is asked; `undefined` where it is no question. */
  readonly prompt: Prompt | undefined;
}

export interface FakeOptions {
  /** What the model writes: an object as JSON, or a text as it is. */
  readonly answer?: (prompt: Prompt, index: number) => unknown;
  /** Trouble for the question of this number, counted from 0; `undefined`: it is answered. */
  readonly trouble?: (index: number) => Trouble | undefined;
  /** Trouble for the check of health. */
  readonly healthTrouble?: Trouble;
  /** The key that it takes; any where none is given. */
  readonly key?: string;
  /** The models that it has; any where none are given. */
  readonly models?: readonly string[];
  /** Waited for before each answer. */
  readonly before?: (index: number) => Promise<void>;
  readonly usage?: (prompt: Prompt) => { readonly input: number; readonly output: number };
}

export interface FakeProvider extends AsyncDisposable {
  /** As the variable for its address takes it. */
  readonly url: string;
  readonly seen: readonly Seen[];
  /** The questions among what was seen. */
  readonly prompts: readonly Prompt[];
  /** Questions under way at once, at most. */
  readonly peak: number;
}

const HUGE_BYTES = 100_000_000;
const DRIP_MS = 20;

export function startFakeProvider(name: ProviderName, options: FakeOptions = {}): FakeProvider {
  const wire = WIRES[name];
  const { answer = () => ({}), models } = options;
  const seen: Seen[] = [];
  const prompts: Prompt[] = [];
  const closing = new AbortController();
  let current = 0;
  let peak = 0;

  const closed = new Promise<void>((end) => closing.signal.addEventListener("abort", () => end()));

  async function serve(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const text = await request.text();
    const headers = Object.fromEntries(request.headers);
    const route = wire.route(request.method, url);
    const prompt = route === "ask" ? wire.prompt(JSON.parse(text), url) : undefined;
    seen.push({
      method: request.method,
      path: url.pathname + url.search,
      headers,
      body: text,
      prompt,
    });
    if (route === undefined) return refusal(404, "Not found");
    if (options.key !== undefined && wire.key(headers) !== options.key) {
      return refusal(wire.refusedStatus ?? 401, `Incorrect API key provided: ${wire.key(headers)}`);
    }
    const missing = wire.missing(headers);
    if (missing !== undefined) return refusal(400, missing);
    if (prompt === undefined) {
      if (options.healthTrouble !== undefined) return await inTrouble(options.healthTrouble);
      const body = wire.models(models ?? ["any"], url);
      return body === undefined ? refusal(404, "The model does not exist") : Response.json(body);
    }
    const index = prompts.push(prompt) - 1;
    peak = Math.max(peak, ++current);
    try {
      await options.before?.(index);
      const trouble = options.trouble?.(index);
      if (trouble !== undefined) return await inTrouble(trouble);
      if (models !== undefined && !models.includes(prompt.model)) {
        return refusal(404, "The model does not exist");
      }
      const given = answer(prompt, index);
      const usage = options.usage?.(prompt) ?? { input: 100, output: 20 };
      return Response.json(wire.reply(given, { prompt, usage }));
    } finally {
      current--;
    }
  }

  function refusal(status: number, message: string, headers = {}): Response {
    return Response.json(wire.error(status, message), { status, headers });
  }

  async function inTrouble(trouble: Trouble): Promise<Response> {
    if (typeof trouble === "object") {
      if ("redirect" in trouble) {
        return new Response(null, { status: 307, headers: { location: trouble.redirect } });
      }
      return refusal(
        trouble.status,
        trouble.message ?? `Status ${trouble.status}`,
        trouble.headers,
      );
    }
    switch (trouble) {
      case "hang":
        await closed;
        return new Response(null, { status: 500 });
      case "reset":
        return new Response(breaking());
      case "html":
        return new Response("<html><body>Sign in</body></html>", {
          headers: { "content-type": "text/html" },
        });
      case "truncated":
        return new Response('{"message": {"content": "{', {
          headers: { "content-type": "application/json" },
        });
      case "huge":
        return new Response(repeating(), { headers: { "content-type": "application/json" } });
      case "drip":
        return new Response(dripping(closing.signal), {
          headers: { "content-type": "application/json" },
        });
    }
  }

  const server = Deno.serve(
    {
      hostname: "127.0.0.1",
      port: 0,
      signal: closing.signal,
      onListen: () => {},
      onError: () => new Response(null, { status: 500 }),
    },
    serve,
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}${wire.below}`,
    seen,
    prompts,
    get peak() {
      return peak;
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await server.finished;
    },
  };
}

/** The address of a port that nobody listens on. */
export function closedAddress(): string {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return `http://127.0.0.1:${port}/`;
}

function breaking(): ReadableStream<Uint8Array> {
  let isFirst = true;
  return new ReadableStream({
    pull(controller) {
      if (isFirst) controller.enqueue(new TextEncoder().encode('{"half":'));
      else controller.error(new Error("reset"));
      isFirst = false;
    },
  });
}

function repeating(): ReadableStream<Uint8Array> {
  const piece = new TextEncoder().encode(`"${"x".repeat(65_534)}`);
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= HUGE_BYTES) return controller.close();
      controller.enqueue(piece);
      sent += piece.length;
    },
  });
}

function dripping(signal: AbortSignal): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      await new Promise((next) => setTimeout(next, DRIP_MS));
      if (signal.aborted) controller.close();
      else controller.enqueue(new TextEncoder().encode(" "));
    },
  });
}
