// `rules` as a user meets it: filters and what they give.

import assert from "node:assert/strict";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { runCli } from "../support/run_cli.ts";

interface Listed {
  readonly id: string;
  readonly family: string;
  readonly languages: readonly string[];
  readonly severity: string;
  readonly limits: string;
  readonly cwe: readonly string[];
  readonly owasp: readonly string[];
  readonly atlas: readonly string[];
  readonly tags: readonly string[];
}

async function listed(...filter: string[]): Promise<Listed[]> {
  const { code, stdout, stderr } = await runCli(["rules", "list", "-o", "json", ...filter]);
  assert.deepEqual([code, stderr], [0, ""]);
  return JSON.parse(stdout);
}

/** The ids of what `filter` gives, which are those of all rules that `fits`. */
async function assertFits(filter: string[], fits: (rule: Listed) => boolean): Promise<void> {
  const ids = (await listed(...filter)).map(({ id }) => id);
  const expected = (await listed()).filter(fits).map(({ id }) => id);
  assert.deepEqual(ids, expected);
  assert.ok(ids.length > 0 && ids.length < ALL_RULES.length, filter.join(" "));
}

Deno.test("rules list filters by family, severity, language, taxonomy and tag", async () => {
  await assertFits(["--family", "secrets"], ({ family }) => family === "secrets");
  await assertFits(
    ["--family", "secrets", "--family", "mcp-config"],
    ({ family }) => family === "secrets" || family === "mcp-config",
  );
  await assertFits(
    ["--severity", "high"],
    ({ severity }) => severity === "high" || severity === "critical",
  );
  await assertFits(["--language", "go"], ({ languages }) => languages.includes("go"));
  await assertFits(
    ["--language", "dockerfile"],
    ({ languages }) => languages.includes("dockerfile"),
  );
  await assertFits(["--cwe", "78"], ({ cwe }) => cwe.includes("CWE-78"));
  await assertFits(["--cwe", "cwe-22"], ({ cwe }) => cwe.includes("CWE-22"));
  await assertFits(["--owasp", "mcp5"], ({ owasp }) => owasp.includes("MCP05:2025"));
  await assertFits(["--owasp", "LLM01:2026"], ({ owasp }) => owasp.includes("LLM01:2026"));
  await assertFits(
    ["--atlas", "T0051"],
    ({ atlas }) => atlas.some((id) => id.startsWith("AML.T0051")),
  );
  await assertFits(["--tag", "tls"], ({ tags }) => tags.includes("tls"));
  await assertFits(
    ["--language", "python", "--tag", "injection", "--severity", "high"],
    ({ languages, tags, severity }) =>
      languages.includes("python") && tags.includes("injection") &&
      (severity === "high" || severity === "critical"),
  );
});

Deno.test("rules list says so where no rule fits", async () => {
  const none = ["--family", "secrets", "--tag", "container"];
  assert.deepEqual(await listed(...none), []);
  const { code, stdout } = await runCli(["rules", "list", ...none]);
  assert.deepEqual([code, stdout], [0, "No rule fits every filter\n"]);
});

Deno.test("rules list tells what each rule cannot see", async () => {
  for (const { id, limits } of await listed()) assert.ok(limits.length > 10, id);
  const { stdout } = await runCli(["rules", "list", "--limits"]);
  assert.equal(stdout.match(/^ {2}cannot see: /gm)?.length, ALL_RULES.length);
  assert.doesNotMatch((await runCli(["rules", "list"])).stdout, /cannot see/);
});
