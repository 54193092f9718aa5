// What each client writes, as its own documentation shows it: names and shapes are real, servers
// are not.

import { deepEqual, equal } from "node:assert/strict";
import type { FileKind, Located } from "../../src/core/mod.ts";
import { clientFile } from "../../src/mcp/mod.ts";

interface Read {
  readonly name: string;
  /** The command with its arguments, or the address. */
  readonly start: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The servers of a text; every value must stand at its place. */
function servers(kind: FileKind, text: string): Read[] {
  const { config, malformed, cut } = clientFile({ kind, text });
  equal(malformed, undefined);
  equal(cut, false);
  return config.servers.map(({ name, command, args, url, env, headers }) => {
    const start = command ? [command, ...args] : [url!];
    const pairs = [...Object.values(env), ...Object.values(headers)];
    for (const value of [name, ...start, ...pairs]) atPlace(text, value);
    return {
      name: name.value,
      start: start.map(({ value }) => value).join(" "),
      ...(Object.keys(env).length > 0 && { env: plain(env) }),
      ...(Object.keys(headers).length > 0 && { headers: plain(headers) }),
    };
  });
}

function atPlace(text: string, { value, span }: Located<string>): void {
  equal(text.slice(span.start, span.end), value);
}

function plain(values: Readonly<Record<string, Located<string>>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, { value }]) => [key, value]));
}

Deno.test("Claude Code: ~/.claude.json has servers of the user and of each project", () => {
  const text = `{
  "numStartups": 12,
  "mcpServers": { "notes": { "type": "stdio", "command": "npx", "args": ["-y", "notes-mcp@1.2.3"], "env": {} } },
  "projects": {
    "/home/me/shop": {
      "allowedTools": [],
      "mcpServers": { "crm": { "type": "http", "url": "https://crm.example/mcp", "headers": { "X-Team": "a" } } },
      "enabledMcpjsonServers": []
    }
  }
}`;
  deepEqual(servers("json", text), [
    { name: "notes", start: "npx -y notes-mcp@1.2.3" },
    { name: "crm", start: "https://crm.example/mcp", headers: { "X-Team": "a" } },
  ]);
});

Deno.test("VS Code: mcp.json, settings.json and a development container", () => {
  const own = `{
  "inputs": [{ "type": "promptString", "id": "key", "password": true }],
  "servers": { "notes": { "type": "stdio", "command": "uvx", "args": ["notes-mcp"], "env": { "KEY": "\${input:key}" } } }
}`;
  deepEqual(servers("json", own), [
    { name: "notes", start: "uvx notes-mcp", env: { KEY: "${input:key}" } },
  ]);
  const settings = `{
  // servers of the user
  "editor.fontSize": 14,
  "mcp": { "inputs": [], "servers": { "notes": { "command": "uvx", "args": ["notes-mcp"] } } },
}`;
  deepEqual(servers("json", settings), [{ name: "notes", start: "uvx notes-mcp" }]);
  const container = `{ "image": "x", "customizations": { "vscode": { "mcp": { "servers": {
    "notes": { "command": "uvx", "args": ["notes-mcp"] } } } } } }`;
  deepEqual(servers("json", container), [{ name: "notes", start: "uvx notes-mcp" }]);
});

Deno.test("Codex: config.toml", () => {
  const text = `model = "gpt"
approval_policy = "on-request"

[mcp_servers.notes]
command = "npx"
args = [
  "-y",
  "notes-mcp", # the newest
]
startup_timeout_sec = 20
enabled_tools = ["list"]

[mcp_servers.notes.env]
"NOTES_DIR" = '/srv/notes'

[mcp_servers."crm server"]
url = "https://crm.example/mcp"
bearer_token_env_var = "CRM_TOKEN"
http_headers = { "X-Team" = "a" }
`;
  deepEqual(servers("toml", text), [
    { name: "notes", start: "npx -y notes-mcp", env: { NOTES_DIR: "/srv/notes" } },
    { name: "crm server", start: "https://crm.example/mcp", headers: { "X-Team": "a" } },
  ]);
  const { settings } = clientFile({ kind: "toml", text }).config.servers[0]!;
  deepEqual(settings["enabled_tools"]?.map(({ value }) => value), ["list"]);
});

Deno.test("Goose: extensions of config.yaml that are servers", () => {
  const text = `GOOSE_PROVIDER: x
extensions:
  developer:
    enabled: true
    type: builtin
    name: developer
  notes:
    type: stdio
    cmd: uvx
    args:
      - notes-mcp
    envs:
      NOTES_DIR: /srv/notes
    enabled: true
  crm:
    type: streamable_http
    uri: https://crm.example/mcp
    headers: {}
`;
  deepEqual(servers("yaml", text), [
    { name: "notes", start: "uvx notes-mcp", env: { NOTES_DIR: "/srv/notes" } },
    { name: "crm", start: "https://crm.example/mcp" },
  ]);
});

Deno.test("Continue: a list in YAML, and the older one in JSON", () => {
  const yaml = `name: mine
version: 1.0.0
schema: v1
mcpServers:
  - name: Notes
    command: npx
    args: ["-y", notes-mcp]
    env:
      KEY: \${{ secrets.KEY }}
  - name: CRM
    type: streamable-http
    url: https://crm.example/mcp
    requestOptions:
      headers:
        X-Team: a
`;
  deepEqual(servers("yaml", yaml), [
    { name: "Notes", start: "npx -y notes-mcp", env: { KEY: "${{ secrets.KEY }}" } },
    { name: "CRM", start: "https://crm.example/mcp", headers: { "X-Team": "a" } },
  ]);
  const json = `{ "experimental": { "modelContextProtocolServers": [
    { "transport": { "type": "stdio", "command": "uvx", "args": ["notes-mcp"] } } ] } }`;
  deepEqual(servers("json", json), [{ name: "uvx", start: "uvx notes-mcp" }]);
});

Deno.test("Zed, opencode, Amp and Gemini CLI: each with words of its own", () => {
  const texts = [
    `{ "context_servers": { "notes": { "source": "custom", "command": "uvx", "args": ["notes-mcp"] } } }`,
    `{ "context_servers": { "notes": { "command": { "path": "uvx", "args": ["notes-mcp"], "env": null } } } }`,
    `{ "$schema": "x", "mcp": { "notes": { "type": "local", "command": ["uvx", "notes-mcp"], "enabled": true } } }`,
    `{ "amp.mcpServers": { "notes": { "command": "uvx", "args": ["notes-mcp"] } } }`,
    `{ "mcpServers": { "notes": { "command": "uvx", "args": ["notes-mcp"], "trust": false, "timeout": 3000 } } }`,
  ];
  for (const text of texts) {
    deepEqual(servers("json", text), [{ name: "notes", start: "uvx notes-mcp" }], text);
  }
});

Deno.test("Windsurf, Cline, Roo and Gemini CLI: addresses under other keys", () => {
  const texts = [
    `{ "mcpServers": { "crm": { "serverUrl": "https://crm.example/mcp" } } }`,
    `{ "mcpServers": { "crm": { "type": "streamableHttp", "url": "https://crm.example/mcp", "autoApprove": [] } } }`,
    `{ "mcpServers": { "crm": { "type": "streamable-http", "url": "https://crm.example/mcp", "alwaysAllow": ["list"] } } }`,
    `{ "mcpServers": { "crm": { "httpUrl": "https://crm.example/mcp" } } }`,
  ];
  for (const text of texts) {
    deepEqual(servers("json", text), [{ name: "crm", start: "https://crm.example/mcp" }], text);
  }
});

Deno.test("YAML and TOML of other things hold no servers", () => {
  const texts: [FileKind, string][] = [
    ["yaml", "openapi: 3.1.0\nservers:\n  - url: http://a.example\n"],
    ["yaml", "extensions:\n  web:\n    type: plugin\n    cmd: x\n"],
    ["yaml", "services:\n  web:\n    command: x\n"],
    ["toml", '[tool.x]\ncommand = "x"\n'],
    ["toml", '[servers.a]\ncommand = "x"\n'],
    ["yaml", "- {{ template }}\n- b: {{ x }}\n"],
  ];
  for (const [kind, text] of texts) deepEqual(servers(kind, text), [], text);
});

Deno.test("values of other types than strings are taken for what they are, or left out", () => {
  const json = `{ "mcpServers": { "a": { "command": 5 }, "b": { "command": "x", "args": "y" },
    "c": { "command": "x", "args": { "y": 1 }, "env": ["A=b"], "headers": "h" }, "d": null, "e": [] } }`;
  deepEqual(servers("json", json), [{ name: "b", start: "x y" }, { name: "c", start: "x" }]);
  const toml =
    '[mcp_servers]\na = 1\nb = { command = true }\nc = { command = "x", args = [1, 2.5] }\n';
  deepEqual(servers("toml", toml), [{ name: "c", start: "x 1 2.5" }]);
  const yaml = "mcpServers:\n  a: 1\n  b: { command: ~ }\n  c: { command: x, args: [1, yes, ~] }\n";
  deepEqual(servers("yaml", yaml), [{ name: "c", start: "x 1 yes" }]);
});

Deno.test("broken TOML and YAML give what stands before the fault, and say where it is", () => {
  const toml = '[mcp_servers.a]\ncommand = "x"\n[mcp_servers.b]\ncommand = x\n';
  const one = clientFile({ kind: "toml", text: toml });
  equal(one.malformed, "Invalid TOML at 4:11");
  deepEqual(one.config.servers.map(({ name }) => name.value), ["a"]);
  const yaml = 'mcpServers:\n  a: { command: x }\n  b: { command: "x }\n';
  const two = clientFile({ kind: "yaml", text: yaml });
  equal(two.malformed, "Invalid YAML at 4:1: missing char");
  equal(two.config.servers[0]?.name.value, "a");
});

Deno.test("hostile YAML and TOML are bounded, and told of", () => {
  const bomb = Array.from(
    { length: 12 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(i === 0 ? "x" : `*l${i}`).join(", ")}]`,
  ).join("\n");
  const texts: [FileKind, string, string][] = [
    ["yaml", `mcpServers: {}\n${bomb}\n`, "More than 200000 values, aliases included"],
    ["yaml", `mcpServers: ${"[".repeat(50_000)}`, "Nested deeper than 200 levels"],
    ["yaml", `mcpServers:\n${"  # x\n".repeat(250_000)}`, "YAML longer than 1048576 characters"],
    [
      "toml",
      `[mcp_servers]\na = ${"[".repeat(9_000)}${"]".repeat(9_000)}`,
      "Nested deeper than 200 levels",
    ],
    ["toml", `[mcp_servers]\n${"# x\n".repeat(300_000)}`, "TOML longer than 1048576 characters"],
    ["json", `{"mcpServers":${'{"a":'.repeat(50_000)}`, "Nested deeper than 200 levels"],
  ];
  for (const [kind, text, malformed] of texts) {
    const file = clientFile({ kind, text });
    deepEqual([file.malformed, file.config.servers], [malformed, []]);
  }
});

Deno.test("of equal keys the last counts in every format, and names of Object's are names", () => {
  const json = '{"mcpServers":{"s":{"command":"a","command":"b"},"__proto__":{"command":"c"}}}';
  deepEqual(servers("json", json).map(({ name, start }) => [name, start]), [
    ["s", "b"],
    ["__proto__", "c"],
  ]);
  const yaml = "mcpServers:\n  s: { command: a, command: b }\n  constructor: { command: c }\n";
  deepEqual(servers("yaml", yaml).map(({ name, start }) => [name, start]), [
    ["s", "b"],
    ["constructor", "c"],
  ]);
});
