import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { Located } from "../../src/core/mod.ts";
import { clientFile, serverSecrets } from "../../src/mcp/mod.ts";
import { exampleChars } from "../../src/detectors/secrets/token_checks.ts";

/** The servers of a text in JSON. */
function clientServers(text: string) {
  const { config, ...rest } = clientFile({ kind: "json", text });
  return { servers: config.servers, ...rest };
}

/** Each value with the text at its span, which must be the value as written. */
function written(text: string, value: Located<string> | undefined): string | undefined {
  return value && text.slice(value.span.start, value.span.end);
}

Deno.test("clientFile() reads a server with the place of each value", () => {
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

Deno.test("clientFile() reads remote servers and their headers", () => {
  for (const key of ["url", "serverUrl", "httpUrl"]) {
    const text =
      `{"servers":{"api":{"type":"http","${key}":"http://a.example/mcp","headers":{"Authorization":"Bearer x"}}}}`;
    const [server] = clientServers(text).servers;
    strictEqual(written(text, server?.url), "http://a.example/mcp");
    strictEqual(written(text, server?.headers["Authorization"]), "Bearer x");
    deepStrictEqual(server?.args, []);
  }
});

Deno.test("clientFile() finds servers at any depth, in each client's spelling", () => {
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
    '{"mcp":{"s":{"type":"local","command":["x","y"],"environment":{"A":"b"}}}}',
    '{"mcpServers":[{"name":"s","command":"x"}]}',
  ];
  for (const text of texts) {
    const { servers } = clientServers(text);
    deepStrictEqual(servers.map(({ name, command }) => [name.value, command?.value]), [
      ["s", "x"],
    ], text);
  }
});

Deno.test("clientFile() leaves other servers alone", () => {
  const texts = [
    '{"openapi":"3.1.0","servers":[{"url":"https://a.example"}]}',
    '{"servers":[{"command":"x"}]}',
    '{"servers":{"a":{"host":"h"},"b":"c"}}',
    '{"asyncapi":"2.0.0","servers":{"production":{"url":"mqtt://a"}}}',
    '{"name":"mcpServers","command":"x"}',
    '{"swagger":"2.0","servers":{"production":{"url":"http://a.example"}}}',
    '{"mcp":{"docs":{"url":"http://a.example"}}}',
    "not json at all",
    "",
  ];
  for (const text of texts) deepStrictEqual(clientServers(text).servers, [], text);
});

Deno.test("clientFile() reads what it can of broken JSON and says so", () => {
  const { servers, malformed } = clientServers('{\n"mcpServers":{"s":{"command":"x" "args":[]}}');
  deepStrictEqual(servers.map(({ command }) => command?.value), ["x"]);
  strictEqual(malformed, "Invalid JSON at 2:34: comma expected");
});

Deno.test("clientFile() refuses what nests too deep", () => {
  const { servers, malformed } = clientServers(`{"mcpServers":${"[".repeat(100_000)}`);
  deepStrictEqual(servers, []);
  strictEqual(malformed, "Nested deeper than 200 levels");
  const hidden = `{"mcpServers":1, // "\n"a":${"[".repeat(100_000)}`;
  strictEqual(clientServers(hidden).malformed, "Nested deeper than 200 levels");
});

Deno.test("clientFile() takes the last of equal keys, and __proto__ for a name", () => {
  const { servers } = clientServers(
    '{"mcpServers":{"__proto__":{"command":"a","command":"b","env":{"__proto__":"c"}}}}',
  );
  strictEqual(servers[0]?.command?.value, "b");
  strictEqual(servers[0]?.name.value, "__proto__");
  deepStrictEqual(Object.keys(servers[0]!.env), ["__proto__"]);
});

Deno.test("clientFile() is not misled by keys of an API description", () => {
  const texts = [
    '{"openapi":1,"mcpServers":{"s":{"url":"http://a.example"}}}',
    '{"openapi":"3.1.0","servers":{"s":{"command":"x"}}}',
    '{"asyncapi":1,"servers":{"s":{"type":"http","url":"http://a.example"}}}',
    '{"swagger":1,"mcp":{"servers":{"s":{"command":"x"}}},"servers":[]}',
  ];
  for (const text of texts) {
    deepStrictEqual(clientServers(text).servers.map(({ name }) => name.value), ["s"], text);
  }
});

Deno.test("clientFile() reads 2,000 servers and says that there were more", () => {
  const many = (count: number, each: number): string => {
    const entries = Array.from({ length: each }, (_, i) => `"s${i}":{"command":"x"}`).join(",");
    return `[${Array(count / each).fill(`{"mcpServers":{${entries}}}`).join(",")}]`;
  };
  strictEqual(clientServers(many(2_000, 2_000)).cut, false);
  for (const [count, each] of [[2_100, 2_100], [2_100, 100], [300_000, 300_000]] as const) {
    const { servers, cut } = clientServers(many(count, each));
    strictEqual(servers.length, 2_000);
    strictEqual(cut, true);
  }
});

Deno.test("clientFile() keeps what else a server says as settings", () => {
  const text = `{"mcpServers":{"s":{"command":"x","cwd":"/srv","trust":true,"timeout":5,
    "autoApprove":["a","b"],"auth":{"scopes":["c"],"deep":{"er":1}},"none":null}}}`;
  const { settings } = clientServers(text).servers[0]!;
  deepStrictEqual(
    Object.entries(settings).map(([key, values]) => [key, values.map(({ value }) => value)]),
    [
      ["cwd", ["/srv"]],
      ["trust", ["true"]],
      ["timeout", ["5"]],
      ["autoApprove", ["a", "b"]],
      ["auth.scopes", ["c"]],
      ["auth.deep", []],
      ["none", []],
    ],
  );
  strictEqual(written(text, settings["trust"]?.[0]), "true");
});

/** The texts at the secrets of one server, whose entry is given. */
function secretsOf(entry: unknown): string[] {
  const text = JSON.stringify({ mcpServers: { s: entry } });
  return clientServers(text).servers
    .flatMap((server) => serverSecrets(server))
    .map(({ start, end }) => text.slice(start, end));
}

/** Random enough for any rule, and made here, so that no secret stands in the test. */
const KEY = exampleChars(7)(32);
const PASSWORD = "S3cr3t" + "!horse";

Deno.test("serverSecrets() gives the secret parts of URLs", () => {
  const url =
    `http://admin:${PASSWORD}@a.example:80/mcp?user=me&api_key=${KEY}&page=2#token=${KEY}`;
  deepStrictEqual(secretsOf({ url }), [PASSWORD, KEY, KEY]);
  deepStrictEqual(secretsOf({ command: "x", args: ["mcp-remote", url] }), [PASSWORD, KEY, KEY]);
  deepStrictEqual(secretsOf({ command: "x", args: [`--url=${url}`] }), [PASSWORD, KEY, KEY]);
  deepStrictEqual(
    secretsOf({ command: "x", env: { DATABASE_URL: `postgres://me:${PASSWORD}@db/x` } }),
    [PASSWORD],
  );
  deepStrictEqual(
    secretsOf({ command: "uvx", args: [`git+https://${KEY}@git.example/x.git`] }),
    [KEY],
  );
});

Deno.test("serverSecrets() gives secret-named values of headers, variables and settings", () => {
  deepStrictEqual(
    secretsOf({
      url: "https://a.example",
      headers: {
        Authorization: `Bearer ${KEY}`,
        "Proxy-Authorization": `Basic ${KEY}`,
        "X-Api-Key": KEY,
        Cookie: `session=${KEY}`,
        Accept: "text/event-stream",
      },
      authorization_token: KEY,
      auth: { CLIENT_SECRET: KEY, CLIENT_ID: KEY },
    }),
    [KEY, KEY, KEY, `session=${KEY}`, KEY, KEY],
  );
  deepStrictEqual(
    secretsOf({
      command: "x",
      env: {
        GITHUB_TOKEN: KEY,
        dbPassword: PASSWORD,
        PGPASSWORD: PASSWORD,
        SUPABASE_KEY: KEY,
        AWS_ACCESS_KEY_ID: KEY,
        TOKEN_URL: "https://a.example/token",
        MAX_TOKENS: "4096",
        GOOGLE_APPLICATION_CREDENTIALS: "/home/me/key.json",
        CACHE_KEY: "notes-by-user",
      },
    }),
    [KEY, PASSWORD, PASSWORD, KEY],
  );
});

Deno.test("serverSecrets() gives headers that hold several values, and schemes of one's own", () => {
  const cookies = `theme=dark; session=${KEY}`;
  deepStrictEqual(
    secretsOf({
      url: "https://a.example",
      headers: { Cookie: cookies, Authorization: `Acme-Bearer ${KEY}`, "X-Note": "a b c" },
    }),
    [cookies, KEY],
  );
});

Deno.test("serverSecrets() ends on arguments that nest", () => {
  deepStrictEqual(secretsOf({ command: "x", args: ["e=".repeat(200_000), "-e", "e:e="] }), []);
});

Deno.test("serverSecrets() gives secret-named arguments, however they are spelt", () => {
  const spellings: string[][] = [
    ["--api-key", KEY],
    [`--token=${KEY}`],
    ["-e", `GITHUB_TOKEN=${KEY}`],
    [`--env=GITHUB_TOKEN=${KEY}`],
    ["--header", `Authorization: Bearer ${KEY}`],
    ["--header", `Authorization:Bearer ${KEY}`],
    ["--header", `X-Api-Key:${KEY}`],
    ["-c", `API_KEY='${KEY}' npx server`],
    ["-c", `curl -H "Authorization: Bearer ${KEY}" https://a.example`],
    ["--config", `{"exaApiKey": 1, "key":"x","apiKey" : "${KEY.slice(0, 30)}"}`],
  ];
  for (const args of spellings) {
    const [secret = "", ...more] = secretsOf({ command: "x", args });
    strictEqual(more.length, 0, args.join(" "));
    strictEqual(secret.includes(KEY.slice(0, 30)), true, args.join(" "));
  }
});

Deno.test("serverSecrets() leaves references and stand-ins alone", () => {
  const values = [
    "${env:GITHUB_TOKEN}",
    "${input:token}",
    "Bearer ${TOKEN}",
    "$GITHUB_TOKEN",
    "%GITHUB_TOKEN%",
    "{{token}}",
    "<your token>",
    "<token>",
    "YOUR_API_KEY",
    "your-api-key-here",
    "ghp_xxxxxxxxxxxxxxxxxxxx",
    "sk-...",
    "GITHUB_TOKEN",
    "my-secret-token",
    "op://vault/item/field",
    "{env:TOKEN}",
    "1234567890",
    "changeme",
    "true",
    "",
  ];
  for (const value of values) {
    const entry = {
      command: "x",
      args: [
        "--token",
        value,
        `--api-key=${value}`,
        `http://me:${value}@a.example?api_key=${value}`,
      ],
      env: { API_KEY: value },
      headers: { Authorization: value },
    };
    deepStrictEqual(secretsOf(entry), [], value);
  }
});

Deno.test("serverSecrets() covers a whole value where escapes hide the exact place", () => {
  const url = String.raw`http:\u002f/me:${PASSWORD}@a.example?a=b&api_key=${KEY}`;
  const text = `{"mcpServers":{"s":{"url":"${url}"}}}`;
  const spans = clientServers(text).servers.flatMap((server) => serverSecrets(server));
  strictEqual(spans.length, 2);
  for (const { start, end } of spans) {
    const covered = text.slice(start, end);
    strictEqual(covered.includes(PASSWORD) && covered.includes(KEY), true);
  }
});
