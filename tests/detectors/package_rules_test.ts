// Rules over documents: what they weigh, where they point, and what bears being hostile.

import assert from "node:assert/strict";
import type { FileKind } from "../../src/core/mod.ts";
import { PACKAGE_RULES } from "../../src/detectors/packages/mod.ts";
import { matchFile, ruleSet } from "../../src/scan/mod.ts";
import { kindOf } from "../../src/targets/mod.ts";

const RULES = ruleSet(PACKAGE_RULES);

async function matchesIn(path: string, text: string) {
  const kind: FileKind = kindOf(path.slice(path.lastIndexOf("/") + 1))!;
  return await matchFile({ path, kind, text }, RULES);
}

/** Each finding as `rule severity: the text it points at`. */
async function found(path: string, text: string): Promise<string[]> {
  const { matches, diagnostics } = await matchesIn(path, text);
  assert.deepEqual(diagnostics, []);
  return matches.map(({ ruleId, severity, span }) =>
    `${ruleId} ${severity}: ${text.slice(span.start, span.end)}`
  ).sort();
}

Deno.test("a fault of a library weighs less than one of a server", async () => {
  const lock = `[[package]]\nname = "mcp"\nversion = "1.2.0"\n\n[[package]]\n` +
    `name = "mcp-atlassian"\nversion = "0.16.0"\n\n[[package]]\nname = "mcp-server-git"\n` +
    `version = "2025.12.18"\n`;
  assert.deepEqual(await found("uv.lock", lock), [
    "known-vulnerable-package high: 0.16.0",
    "known-vulnerable-package medium: 1.2.0",
    "known-vulnerable-package medium: 2025.12.18",
  ]);
});

Deno.test("a faulty package is told with the worst advisory and the last version that mends", async () => {
  const { matches } = await matchesIn("requirements.txt", "mcp_server_git == 2025.7.1\n");
  assert.deepEqual(matches.map(({ message }) => message), [
    `"mcp_server_git" == 2025.7.1 lets a tool argument make a repository of any folder ` +
    `(GHSA-5cgr-j3jf-jw3v, CVE-2025-68143); fixed in 2026.1.14, with 3 more advisories`,
  ]);
});

Deno.test("a job that only the repository's own commits or a label can start is less certain", async () => {
  const confidences = async (on: string, condition: string) => {
    const text = `on:\n${on}\njobs:\n  a:\n    if: ${condition}\n    steps:\n` +
      "      - uses: actions/checkout@v4\n        with:\n" +
      "          ref: ${{ github.event.workflow_run.head_sha }}\n      - run: make\n";
    const { matches } = await matchesIn(".github/workflows/a.yml", text);
    return matches.filter(({ ruleId }) => ruleId === "workflow-runs-fork-code")
      .map(({ confidence }) => confidence);
  };
  const run = "  workflow_run:\n    workflows: [Test]";
  const target = (types: string) => `  pull_request_target:\n    types: [${types}]`;
  const label = "github.event.label.name == 'safe-to-test'";
  const own = "github.event.workflow_run.head_repository.full_name == github.repository";
  assert.deepEqual(await confidences(run, "github.event.workflow_run.event == 'push'"), ["low"]);
  assert.deepEqual(await confidences(run, own), ["low"]);
  assert.deepEqual(await confidences(target("labeled"), label), ["low"]);
  // What is pushed after the label keeps it, and a fork may call its branch "main".
  assert.deepEqual(await confidences(target("labeled, synchronize"), label), ["medium"]);
  const branch = "github.event.workflow_run.head_branch == 'main'";
  assert.deepEqual(await confidences(run, branch), ["medium"]);
  const success = "github.event.workflow_run.conclusion == 'success'";
  assert.deepEqual(await confidences(run, success), ["medium"]);
});

Deno.test("packages are found in the commands of servers, images and Compose files", async () => {
  const expected = ["known-vulnerable-package high: 0.1.15"];
  const server = { command: "cmd", args: ["/c", "npx", "-y", "mcp-remote@0.1.15", "https://a.b"] };
  const config = JSON.stringify({ mcpServers: { a: server } });
  assert.deepEqual(await found(".mcp.json", config), expected);
  for (
    const line of [
      `RUN npm i -g --registry https://r.example mcp-remote@0.1.15 other`,
      `RUN cd /app && \\\n    pnpm add \\\n    "mcp-remote@0.1.15"`,
      `CMD npx -y mcp-remote@0.1.15 https://a.b`,
      `ENTRYPOINT ["npx", "-y", "mcp-remote@0.1.15", "https://a.b"]`,
    ]
  ) {
    assert.deepEqual(await found("Dockerfile", `FROM acme/base:1\n${line}\n`), expected, line);
  }
  const compose = (command: string) => `services:\n  a:\n    image: a:1\n    command: ${command}\n`;
  assert.deepEqual(await found("compose.yaml", compose("npx -y mcp-remote@0.1.15 x")), expected);
  assert.deepEqual(
    await found("compose.yaml", compose("[npx, -y, mcp-remote@0.1.15, x]")),
    expected,
  );
  assert.deepEqual(await found("Dockerfile", "FROM a:1\nRUN echo mcp-remote@0.1.15\n"), []);
});

Deno.test("an image inherits the user of the stage that it starts from", async () => {
  const image = (last: string) => `FROM node:22 AS base\nUSER node\nFROM node:22 AS tool\n${last}`;
  assert.deepEqual(await found("Dockerfile", image("FROM base\nCMD node a.js\n")), []);
  assert.deepEqual(await found("Dockerfile", image("FROM tool\nCMD node a.js\n")), [
    "image-runs-as-root low: node a.js",
  ]);
  assert.deepEqual(await found("Dockerfile", image("FROM base\nUSER 0:0\nCMD node a.js\n")), [
    "image-runs-as-root low: 0:0",
  ]);
  assert.deepEqual(await found("Dockerfile", image("FROM base\nRUN a\n")), []);
});

Deno.test("a script in a workflow is weighed by who may start it", async () => {
  const run = 'echo "${{ github.event.pull_request.title }}"';
  const workflow = (on: string) => `on: ${on}\njobs:\n  a:\n    steps:\n      - run: '${run}'\n`;
  const path = ".github/workflows/a.yml";
  const text = "${{ github.event.pull_request.title }}";
  for (
    const [on, severity] of [
      ["pull_request_target", "high"],
      ["[push, issues]", "high"],
      ["pull_request", "medium"],
      ["{ push: { branches: [main] } }", "low"],
    ]
  ) {
    assert.deepEqual(
      await found(path, workflow(on!)),
      [`workflow-script-injection ${severity}: ${text}`],
      on,
    );
  }
});

Deno.test("rights of a container weigh less where the image is somebody else's", async () => {
  const text = (service: string) => `services:\n  a:\n    ${service}\n    privileged: true\n`;
  assert.deepEqual(await found("compose.yaml", text("build: .")), [
    "compose-privileged high: true",
  ]);
  assert.deepEqual(await found("compose.yaml", text("image: acme/agent:1")), [
    "compose-privileged medium: true",
  ]);
});

Deno.test("documents that are malformed, deep or repeat themselves are told, and throw nothing", async () => {
  const kinds = async (path: string, text: string) =>
    (await matchesIn(path, text)).diagnostics.map(({ kind }) => kind);
  const bomb = Array.from(
    { length: 12 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(i === 0 ? "x" : `*a${i}`).join(", ")}]\n`,
  ).join("");
  assert.deepEqual(await kinds(".github/workflows/a.yml", bomb), ["malformed"]);
  assert.deepEqual(await kinds("compose.yml", `services: ${"[".repeat(50_000)}`), ["malformed"]);
  assert.deepEqual(await kinds("package.json", '{ "dependencies": {'), ["malformed"]);
  assert.deepEqual(await kinds("pyproject.toml", "[project\n"), ["malformed"]);
  for (const path of ["package.json", "compose.yml", ".github/workflows/a.yml", "uv.lock"]) {
    for (const text of ["", "[]", "1", "null", '"x"', "{}"]) {
      assert.deepEqual((await matchesIn(path, text)).matches, [], `${path}: ${text}`);
    }
  }
  const odd = JSON.stringify({ scripts: [1], dependencies: { a: { b: 1 }, c: null }, bin: "x" });
  assert.deepEqual(await found("package.json", odd), []);
});

Deno.test("a job that many aliases repeat is looked at a bounded number of times", async () => {
  const steps = Array(500).fill("      - run: npm publish\n").join("");
  const job =
    `on: push\njobs:\n  a: &a\n    env: { T: "\${{ secrets.NPM_TOKEN }}" }\n    steps:\n${steps}`;
  const text = job + Array.from({ length: 2_000 }, (_, i) => `  b${i}: *a\n`).join("");
  const start = performance.now();
  const { matches } = await matchesIn(".github/workflows/a.yml", text);
  assert.ok(matches.length > 0 && matches.length <= 256);
  assert.ok(performance.now() - start < 10_000);
});
