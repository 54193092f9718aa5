import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { isProxied, ollamaAddress, readAddress } from "../../src/ai/addresses.ts";
import { extractObject } from "../../src/ai/answer.ts";
import { keyScrubber } from "../../src/ai/keys.ts";
import { createLimiter } from "../../src/ai/limiter.ts";
import { backoff, parseRetryAfter } from "../../src/ai/retry.ts";
import { schemaFault } from "../../src/ai/schema_check.ts";
import { strictSchema } from "../../src/ai/strict_schema.ts";

Deno.test("readAddress() takes https anywhere, and http to this machine alone", () => {
  const urlOf = (text: string): string | undefined => {
    const address = readAddress(text);
    return "url" in address ? address.url.href : undefined;
  };
  strictEqual(urlOf("https://api.openai.com/v1"), "https://api.openai.com/v1/");
  strictEqual(urlOf("http://127.0.0.1:8000/v1"), "http://127.0.0.1:8000/v1/");
  strictEqual(urlOf("http://localhost:1234"), "http://localhost:1234/");
  strictEqual(urlOf("http://[::1]:1234/"), "http://[::1]:1234/");
  // Every spelling of an address is read as a browser would.
  strictEqual(urlOf("http://127.1:80/"), "http://127.0.0.1/");
  for (
    const text of [
      "http://api.openai.com/v1",
      "http://10.0.0.5:11434",
      "http://127.0.0.1.example.com/",
      "http://localhost.example.com/",
      "http://127.0.0.1@example.com/",
      "https://user:word@example.com/",
      "https://example.com/?key=1",
      "https://example.com/#a",
      "ftp://example.com/",
      "file:///etc/passwd",
      "example.com",
      "",
    ]
  ) {
    strictEqual(urlOf(text), undefined, text);
  }
});

Deno.test("ollamaAddress() reads OLLAMA_HOST as Ollama does", () => {
  strictEqual(ollamaAddress("127.0.0.1"), "http://127.0.0.1:11434");
  strictEqual(ollamaAddress("0.0.0.0"), "http://127.0.0.1:11434");
  strictEqual(ollamaAddress("0.0.0.0:9999"), "http://127.0.0.1:9999");
  strictEqual(ollamaAddress(":9999"), "http://127.0.0.1:9999");
  strictEqual(ollamaAddress("https://models.example.com"), "https://models.example.com");
  strictEqual(ollamaAddress("https://models.example.com/o/"), "https://models.example.com/o/");
  strictEqual(ollamaAddress("localhost:8080"), "http://localhost:8080");
});

Deno.test("isProxied() knows when a proxy would read what is sent to this machine", () => {
  const asked = (env: Record<string, string>, url = "http://127.0.0.1:1/"): boolean =>
    isProxied(new URL(url), (name) => env[name]);
  strictEqual(asked({}), false);
  strictEqual(asked({ HTTP_PROXY: "http://p:1" }), true);
  strictEqual(asked({ all_proxy: "http://p:1" }), true);
  strictEqual(asked({ HTTP_PROXY: "http://p:1", NO_PROXY: "a, 127.0.0.1" }), false);
  strictEqual(asked({ HTTP_PROXY: "http://p:1", NO_PROXY: "localhost" }), true);
  strictEqual(asked({ HTTP_PROXY: "http://p:1" }, "https://api.openai.com/"), false);
});

Deno.test("backoff() doubles, keeps within half, and has an end", () => {
  deepStrictEqual([1, 2, 3].map((tries) => backoff(tries, 1)), [500, 1_000, 2_000]);
  deepStrictEqual([1, 2, 3].map((tries) => backoff(tries, 0)), [250, 500, 1_000]);
  strictEqual(backoff(1_000, 1), 20_000);
});

Deno.test("parseRetryAfter() reads seconds and dates of HTTP, and nothing else", () => {
  const now = Date.parse("2026-11-24T12:00:00Z");
  strictEqual(parseRetryAfter("12", now), 12_000);
  strictEqual(parseRetryAfter("0.5", now), 500);
  strictEqual(parseRetryAfter("Tue, 24 Nov 2026 12:01:00 GMT", now), 60_000);
  strictEqual(parseRetryAfter("Tue, 24 Nov 2026 11:00:00 GMT", now), 0);
  for (const text of [null, "", "soon", "-1", "1e9", "2026-11-25", "99999999999"]) {
    strictEqual(parseRetryAfter(text, now), undefined);
  }
});

Deno.test("keyScrubber() takes every piece of a key out of a text", () => {
  const key = "sk-abcdefghijklmnop";
  const scrub = keyScrubber(key);
  strictEqual(scrub(`Incorrect key ${key}: try another`), "Incorrect key ***: try another");
  strictEqual(scrub("It ends with klmnop."), "It ends with ***.");
  strictEqual(scrub("It ends with lmnop."), "It ends with lmnop.");
  strictEqual(keyScrubber("abc")("an abc x"), "an *** x");
  strictEqual(keyScrubber(undefined)("as it is"), "as it is");
});

Deno.test("createLimiter() lets so many work at once, in their order", async () => {
  const limiter = createLimiter(3);
  const order: number[] = [];
  let [now, peak] = [0, 0];
  await Promise.all(Array.from({ length: 20 }, (_each, at) =>
    limiter.run(async () => {
      order.push(at);
      peak = Math.max(peak, ++now);
      for (let turn = 0; turn < at % 4; turn++) await undefined;
      now--;
      if (at % 5 === 0) throw new Error("one of them fails");
    }).catch(() => {})));
  strictEqual(peak, 3);
  deepStrictEqual(order, Array.from({ length: 20 }, (_each, at) => at));
});

Deno.test("extractObject() finds an object in what a model wrote, in bounded work", () => {
  deepStrictEqual(extractObject(' {"a": 1} '), { a: 1 });
  deepStrictEqual(extractObject('```json\n{"a": {"b": "}"}}\n```'), { a: { b: "}" } });
  deepStrictEqual(extractObject('Sure! {"a": "\\"}{"} and more {"b": 2}'), { a: '"}{' });
  deepStrictEqual(extractObject('{not it} then {"a": 1}'), { a: 1 });
  for (const text of ["", "none", "[1]", '"a"', '{"a": 1', "{".repeat(1_000), "```\n```"]) {
    strictEqual(extractObject(text), undefined);
  }
  const start = performance.now();
  strictEqual(extractObject("{".repeat(200_000)), undefined);
  strictEqual(extractObject('{"'.repeat(100_000)), undefined);
  strictEqual(extractObject("x".repeat(10_000_000)), undefined);
  ok(performance.now() - start < 2_000);
});

Deno.test("schemaFault() says what was expected, in words of the schema alone", () => {
  const schema = {
    type: "object",
    required: ["kind", "lines"],
    additionalProperties: false,
    properties: {
      kind: { enum: ["a", "b"] },
      lines: { type: "array", maxItems: 2, items: { type: "integer", minimum: 1, maximum: 50 } },
      note: { type: ["string", "null"], minLength: 1, maxLength: 5 },
      is: { anyOf: [{ type: "boolean" }, { const: "unknown" }] },
    },
  };
  const cases: [unknown, string | undefined][] = [
    [{ kind: "a", lines: [1, 50], note: null, is: "unknown" }, undefined],
    [{ kind: "a", lines: [], note: "short", is: true }, undefined],
    [[], "it to be of type object"],
    [{ kind: "a" }, 'it to have "lines"'],
    [{ kind: "HOSTILE", lines: [] }, '"kind" to be one of "a", "b"'],
    [{ kind: "a", lines: [1, 2, 3] }, '"lines" to have at most 2 elements'],
    [{ kind: "a", lines: [0] }, 'each element of "lines" to be at least 1'],
    [{ kind: "a", lines: [51] }, 'each element of "lines" to be at most 50'],
    [{ kind: "a", lines: [1.5] }, 'each element of "lines" to be of type integer'],
    [{ kind: "a", lines: [], note: "too long" }, '"note" to have at most 5 characters'],
    [{ kind: "a", lines: [], note: "" }, '"note" to have at least 1 characters'],
    [{ kind: "a", lines: [], note: 1 }, '"note" to be of type string or null'],
    [{ kind: "a", lines: [], is: "maybe" }, '"is" to be of type boolean'],
    [
      { kind: "a", lines: [], HOSTILE: 1 },
      "it to have no other members than kind, lines, note, is",
    ],
  ];
  for (const [value, fault] of cases) strictEqual(schemaFault(value, schema), fault);
});

Deno.test("strictSchema() leaves what all strict modes know, and all members required", () => {
  deepStrictEqual(
    strictSchema({
      type: "object",
      title: "Left out",
      required: ["a"],
      properties: {
        a: { type: "string", maxLength: 5, description: "Kept" },
        b: { type: "array", maxItems: 3, items: { type: "object", properties: {} } },
      },
    }),
    {
      type: "object",
      properties: {
        a: { type: "string", description: "Kept" },
        b: {
          type: "array",
          items: { type: "object", properties: {}, required: [], additionalProperties: false },
        },
      },
      required: ["a", "b"],
      additionalProperties: false,
    },
  );
});
