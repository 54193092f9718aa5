import { deepEqual, equal } from "node:assert/strict";
import { kindOf, needsFirstLine } from "../../src/targets/kinds.ts";

Deno.test("kindOf() tells a kind by name, whatever the case", () => {
  const names = {
    python: ["a.py", "a.pyi", "a.PYW"],
    javascript: ["a.js", "a.mjs", "a.cjs", "a.jsx", "A.JS"],
    typescript: ["a.ts", "a.mts", "a.cts", "a.d.ts"],
    tsx: ["a.tsx"],
    go: ["a.go"],
    notebook: ["a.ipynb"],
    json: ["a.json", "a.jsonc", "a.json5", ".mcp.json"],
    yaml: ["a.yaml", "a.yml"],
    toml: ["a.toml"],
    ini: ["a.ini", "a.cfg", "a.conf", "a.properties", ".npmrc", ".pypirc", ".netrc"],
    env: [".env", ".env.local", ".env.production.local", "prod.env"],
    shell: ["a.sh", "a.bash", "a.zsh", "a.fish", "a.ps1", "a.bat", "a.cmd"],
    dockerfile: ["Dockerfile", "Dockerfile.dev", "api.dockerfile", "Containerfile"],
    text: ["tls.pem", "tls.key", "id_rsa", "id_ed25519", "prod.tfvars", "Makefile", "Jenkinsfile"],
  };
  for (const [kind, each] of Object.entries(names)) {
    deepEqual(each.map((name) => kindOf(name)), each.map(() => kind));
  }
});

Deno.test("kindOf() lets a known extension win over a known stem", () => {
  equal(kindOf(".env.ts"), "typescript");
  equal(kindOf("Dockerfile.py"), "python");
});

Deno.test("kindOf() knows lock files, requirements and go.mod by their whole names", () => {
  const names = {
    "package-lock.json": "lock",
    "Yarn.lock": "lock",
    "pnpm-lock.yaml": "lock",
    "bun.lock": "lock",
    "uv.lock": "lock",
    "poetry.lock": "lock",
    "go.mod": "text",
    "requirements.txt": "text",
    "requirements-dev.txt": "text",
    "dev-requirements.in": "text",
    "notes.txt": undefined,
    "requirements.md": undefined,
  };
  deepEqual(Object.keys(names).map((name) => kindOf(name)), Object.values(names));
});

Deno.test("kindOf() knows no sums, archive or Object member", () => {
  const names = [
    "deno.lock",
    "go.sum",
    "server.mcpb",
    "a.png",
    "constructor",
    "",
  ];
  deepEqual(names.map((name) => kindOf(name)), names.map(() => undefined));
});

Deno.test("kindOf() asks the first line where the name has no extension", () => {
  const lines = {
    "#!/usr/bin/python3.12": "python",
    "#!/usr/bin/env -S uv run --script": "python",
    "#! /usr/bin/env node": "javascript",
    "#!/usr/bin/env -S node --flag": "javascript",
    "#!/usr/bin/env -S deno run -A": "typescript",
    "#!/usr/bin/env bun": "typescript",
    "#!/usr/bin/env -S npx tsx": "typescript",
    "#!/usr/bin/env ts-node": "typescript",
    "#!/bin/sh -e": "shell",
    "#!/usr/bin/env bash": "shell",
    "#!/bin/zsh": "shell",
    "#!/bin/dash": "shell",
  };
  for (const [line, kind] of Object.entries(lines)) equal(kindOf("server", line), kind, line);
  equal(kindOf("server", "#!/usr/bin/perl"), undefined);
  equal(kindOf("server", "import node"), undefined);
  equal(kindOf("server.txt", "#!/bin/sh"), undefined);
});

Deno.test("needsFirstLine() holds only for names that tell nothing", () => {
  deepEqual(
    ["server", ".server", "Dockerfile", ".env", "a.py", "a.txt"].map(needsFirstLine),
    [true, true, false, false, false, false],
  );
});
