import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { Located } from "../../src/core/mod.ts";
import { clientServers } from "../../src/mcp/mod.ts";

/** Each value with the text at its span, which must be the value as written. */
function written(text: string, value: Located<string> | undefined): string | undefined {
  return value && text.slice(value.span.start, value.span.end);
}

Deno.test("clientServers() reads a server with the place of each value", () => {
  const text = `{
  // local
  "mcpServers": {
    "files": {
      "command": "npx",
      "args": ["-y", "a\\u0062c", 3],
      "env": { "TOKEN": "x\\"y", "PORT": 80, "DEBUG": true },
    },
  },
}`;
  const { servers, malformed } = clientServers(text);
  strictEqual(malformed, undefined);
  const [server] = servers;
  strictEqual(servers.length, 1);
  strictEqual(server!.name.value, "files");
  strictEqual(written(text, server!.name), "files");
  strictEqual(written(text, server!.command), "npx");
  deepStrictEqual(server!.args.map(({ value }) => value), ["-y", "abc", "3"]);
  deepStrictEqual(server!.args.map((arg) => written(text, arg)), ["-y", "a\\u0062c", "3"]);
  deepStrictEqual(
    Object.entries(server!.env).map(([key, env]) => [key, env.value, written(text, env)]),
    [["TOKEN", 'x"y', 'x\\"y'], ["PORT", "80", "80"], ["DEBUG", "true", "true"]],
  );
  strictEqual(server!.url, undefined);
});

Deno.test("clientServers() reads remote servers and their headers", () => {
  for (const key of ["url", "serverUrl", "httpUrl"]) {
    const text =
      `{"servers":{"api":{"type":"http","${key}":"http://a.example/mcp","headers":{"Authorization":"Bearer x"}}}}`;
    const [server] = clientServers(text).servers;
    strictEqual(written(text, server?.url), "http://a.example/mcp");
    strictEqual(written(text, server?.headers["Authorization"]), "Bearer x");
    deepStrictEqual(server?.args, []);
  }
});

Deno.test("clientServers() finds servers at any depth, in each client's spelling", () => {
  const entry = '{"s":{"command":"x"}}';
  const texts = [
    `{"mcpServers":${entry}}`,
    `{"projects":{"/home/me":{"mcpServers":${entry}}}}`,
    `{"mcp":{"servers":${entry}}}`,
    `{"mcp.servers":${entry}}`,
    `{"amp.mcpServers":${entry}}`,
    `{"context_servers":${entry}}`,
    `{"mcp_servers":${entry}}`,
    `[{"mcpServers":${entry}}]`,
    `{"mcp\\u0053ervers":${entry}}`,
    '{"context_servers":{"s":{"command":{"path":"x","args":[]}}}}',
  ];
  for (const text of texts) {
    const { servers } = clientServers(text);
    deepStrictEqual(servers.map(({ name, command }) => [name.value, command?.value]), [
      ["s", "x"],
    ], text);
  }
});

Deno.test("clientServers() leaves other servers alone", () => {
  const texts = [
    '{"openapi":"3.1.0","servers":[{"url":"https://a.example"}]}',
    '{"servers":[{"command":"x"}]}',
    '{"servers":{"a":{"host":"h"},"b":"c"}}',
    '{"asyncapi":"2.0.0","servers":{"production":{"url":"mqtt://a"}}}',
    '{"name":"mcpServers","command":"x"}',
    "not json at all",
    "",
  ];
  for (const text of texts) deepStrictEqual(clientServers(text).servers, [], text);
});

Deno.test("clientServers() reads what it can of broken JSON and says so", () => {
  const { servers, malformed } = clientServers('{\n"mcpServers":{"s":{"command":"x" "args":[]}}');
  deepStrictEqual(servers.map(({ command }) => command?.value), ["x"]);
  strictEqual(malformed, "Invalid JSON at 2:34: comma expected");
});

Deno.test("clientServers() refuses what nests too deep", () => {
  const { servers, malformed } = clientServers(`{"mcpServers":${"[".repeat(100_000)}`);
  deepStrictEqual(servers, []);
  strictEqual(malformed, "Nested deeper than 200 levels");
  const hidden = `{"mcpServers":1, // "\n"a":${"[".repeat(100_000)}`;
  strictEqual(clientServers(hidden).malformed, "Nested deeper than 200 levels");
});

Deno.test("clientServers() takes the last of equal keys, and __proto__ for a name", () => {
  const { servers } = clientServers(
    '{"mcpServers":{"__proto__":{"command":"a","command":"b","env":{"__proto__":"c"}}}}',
  );
  strictEqual(servers[0]?.command?.value, "b");
  strictEqual(servers[0]?.name.value, "__proto__");
  deepStrictEqual(Object.keys(servers[0]!.env), ["__proto__"]);
});
