// Manifests, lock files, Dockerfiles: what is read of each, with its place, and what bears reading.

import assert from "node:assert/strict";
import type { FileKind } from "../../src/core/mod.ts";
import { projectDocument } from "../../src/mcp/mod.ts";
import { kindOf } from "../../src/targets/mod.ts";

function read(path: string, text: string) {
  const kind: FileKind = kindOf(path.slice(path.lastIndexOf("/") + 1))!;
  return projectDocument({ path, kind, text });
}

/** Each package as `name asked role`; fails where a place does not hold what it says. */
function packages(path: string, text: string): string[] {
  return read(path, text).document!.packages.map(({ name, asked, role }) => {
    for (const { value, span } of [name, asked]) {
      assert.equal(text.slice(span.start, span.end), value);
    }
    return [name.value, asked.value, role].join(" ");
  });
}

Deno.test("projectDocument() knows documents by name, folder and kind", () => {
  const types = {
    "package.json": "npm-manifest",
    "a/package-lock.json": "npm-lock",
    "requirements/dev-requirements.txt": "requirements",
    "docker-compose.prod.yml": "compose",
    "compose.yaml": "compose",
    "build/Dockerfile.dev": "dockerfile",
    ".github/workflows/publish.yml": "github-workflow",
    ".gitlab-ci.yml": "gitlab-ci",
    "workflows/publish.yml": undefined,
    "package.ts": undefined,
  };
  assert.deepEqual(
    Object.keys(types).map((path) => read(path, "").document?.type),
    Object.values(types),
  );
  const { document } = read(".github/workflows/publish.yml", "on: push\n");
  assert.deepEqual([document!.folder, document!.name], [".github/workflows", "publish.yml"]);
});

Deno.test("projectDocument() reads what a package.json asks for", () => {
  const text = JSON.stringify({
    dependencies: { "@a/b": "^1.0.0", c: "npm:@d/e@2.0.0", f: "npm:g" },
    devDependencies: { h: "git+https://example.com/h.git" },
  });
  assert.deepEqual(packages("package.json", text), [
    "@a/b ^1.0.0 dependency",
    "@d/e 2.0.0 dependency",
    "g  dependency",
    "h git+https://example.com/h.git development",
  ]);
});

Deno.test("projectDocument() reads the lock files of npm, Yarn, pnpm and Bun", () => {
  const npm = JSON.stringify({
    packages: {
      "": { name: "me", version: "1.0.0" },
      "node_modules/@a/b": { version: "1.2.3" },
      "node_modules/c/node_modules/d": { version: "2.0.0-rc.1" },
      "node_modules/e": { name: "real", version: "3.0.0" },
      "packages/f": { version: "1.0.0" },
    },
  });
  const expected = ["@a/b 1.2.3 locked", "d 2.0.0-rc.1 locked"];
  assert.deepEqual(packages("package-lock.json", npm), [...expected, "real 3.0.0 locked"]);
  const old = JSON.stringify({
    dependencies: { "@a/b": { version: "1.2.3", dependencies: { d: { version: "2.0.0-rc.1" } } } },
  });
  assert.deepEqual(packages("package-lock.json", old), expected);
  const yarn = `# yarn lockfile v1\n\n"@a/b@^1.0.0", "@a/b@^1.2.0":\n  version "1.2.3"\n` +
    `  dependencies:\n    version "9"\n\nd@^2.0.0-rc:\n  version "2.0.0-rc.1"\n`;
  assert.deepEqual(packages("yarn.lock", yarn), expected);
  const berry = `"@a/b@npm:^1.0.0":\n  version: 1.2.3\n\n"d@npm:^2.0.0-rc":\n` +
    `  version: 2.0.0-rc.1\n\n"me@workspace:.":\n  version: 0.0.0\n`;
  assert.deepEqual(packages("yarn.lock", berry), expected);
  const pnpm = `lockfileVersion: '9.0'\n\nimporters:\n  .:\n    dependencies:\n` +
    `packages:\n\n  '@a/b@1.2.3':\n    resolution: {}\n\n  d@2.0.0-rc.1(x@1.0.0):\n    dev: true\n\n` +
    `snapshots:\n\n  d@2.0.0-rc.1: {}\n`;
  assert.deepEqual(packages("pnpm-lock.yaml", pnpm), expected);
  const before = `packages:\n\n  /@a/b@1.2.3:\n    dev: false\n  /d/2.0.0-rc.1:\n    dev: false\n`;
  assert.deepEqual(packages("pnpm-lock.yaml", before), expected);
  const bun = `{ "packages": { "@a/b": ["@a/b@1.2.3", "", {}], "d": ["d@2.0.0-rc.1"], }, }`;
  assert.deepEqual(packages("bun.lock", bun), expected);
});

Deno.test("projectDocument() reads what Python projects ask for and lock", () => {
  const project =
    `[project]\ndependencies = ["mcp[cli]>=1.2,<2", "httpx", "x @ git+https://a.b/x"]\n` +
    `[dependency-groups]\ndev = ["pytest ~= 8.0 ; python_version > '3.9'"]\n` +
    `[tool.poetry.dependencies]\npython = "^3.10"\nmcp = "1.0.0"\ny = { version = "^2" }\n`;
  assert.deepEqual(packages("pyproject.toml", project), [
    "mcp >=1.2,<2 dependency",
    "httpx  dependency",
    "x @ git+https://a.b/x dependency",
    "pytest ~= 8.0 development",
    "mcp 1.0.0 dependency",
    "y ^2 dependency",
  ]);
  const requirements = `# comment\n-r other.txt\nmcp==1.2.3 \\\n    --hash=sha256:aa\n` +
    `httpx[http2] >= 0.27 --hash=sha256:bb # why\nz @ https://a.b/z.whl\n\n`;
  assert.deepEqual(packages("requirements.txt", requirements), [
    "mcp ==1.2.3 dependency",
    "httpx >= 0.27 dependency",
    "z @ https://a.b/z.whl dependency",
  ]);
  const lock =
    `version = 1\n\n[[package]]\nname = "mcp"\nversion = "1.2.3"\n\n[package.metadata]\n` +
    `name = "no"\nversion = "0"\n\n[[package]]\nname = "httpx"\nversion = "0.27.0"\n\n` +
    `[[package]]\nname = "me"\nversion = "0.1.0"\nsource = { editable = "." }\n`;
  const locked = ["mcp 1.2.3 locked", "httpx 0.27.0 locked"];
  assert.deepEqual(packages("uv.lock", lock), locked);
  assert.deepEqual(packages("poetry.lock", lock), locked);
});

Deno.test("projectDocument() reads the modules that a go.mod requires", () => {
  const text = `module example.com/me\n\ngo 1.24\n\nrequire example.com/a v1.2.3\n\nrequire (\n` +
    `\texample.com/b/v2 v2.0.0 // indirect\n)\n\nreplace (\n\texample.com/c v1.0.0 => ./c\n)\n`;
  assert.deepEqual(packages("go.mod", text), [
    "example.com/a v1.2.3 locked",
    "example.com/b/v2 v2.0.0 locked",
  ]);
});

Deno.test("projectDocument() joins the lines of an instruction, here-documents included", () => {
  const text = `# syntax=docker/dockerfile:1\nFROM node:22 AS build\nRUN a \\\n  # why\n  && b\n` +
    `run <<EOF\nUSER root\nEOF\n  COPY . .\nUSER node\n`;
  const { instructions } = read("Dockerfile", text).document!;
  assert.deepEqual(instructions.map(({ name, text: { value } }) => [name, value]), [
    ["FROM", "node:22 AS build"],
    ["RUN", "a \\\n  # why\n  && b"],
    ["RUN", "<<EOF\nUSER root\nEOF"],
    ["COPY", ". ."],
    ["USER", "node"],
  ]);
  for (const { text: { value, span } } of instructions) {
    assert.equal(text.slice(span.start, span.end), value);
  }
});

Deno.test("projectDocument() says what is malformed or too much, and throws nothing", () => {
  assert.match(read("package.json", "{ x").malformed!, /^Invalid JSON at 1:/);
  assert.match(read("compose.yaml", "a: [1\nb: 2\n").malformed!, /^Invalid YAML at /);
  assert.equal(
    read("compose.yaml", "[".repeat(100_000)).malformed,
    "Nested deeper than 200 levels",
  );
  const many = Array.from({ length: 50_001 }, (_, i) => `p${i}==1.0`).join("\n");
  const { document, cut } = read("requirements.txt", many);
  assert.equal(document!.packages.length, 50_000);
  assert.equal(cut, "Too many packages; only the first 50000 were read");
  let lock = `"packages":{"node_modules/a":{"version":"1.0.0"`;
  for (let i = 0; i < 150; i++) lock += `,"dependencies":{"b":{"version":"1"`;
  const deep = read("package-lock.json", `{${lock}`);
  assert.equal(deep.malformed, "Nested deeper than 200 levels");
  assert.deepEqual(deep.document!.packages, []);
});

Deno.test("projectDocument() reads long hostile texts in time that grows with them", () => {
  for (
    const [path, piece] of [
      ["Dockerfile", "RUN <<A <<B <<C \\\n"],
      ["Dockerfile", "RUN <<A"],
      ["yarn.lock", `"@a/b@`],
      ["pnpm-lock.yaml", "packages:\n  /a@1.0.0(".repeat(3)],
      ["requirements.txt", "a [b] == "],
      ["requirements.txt", "a\\\n"],
      ["go.mod", "require (\n\ta.b/c "],
      ["uv.lock", '[[package]]\nname = "a"\n'],
    ]
  ) {
    const start = performance.now();
    read(path!, piece!.repeat(1_000_000 / piece!.length));
    assert.ok(performance.now() - start < 2_000, path);
  }
});
