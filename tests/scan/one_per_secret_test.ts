import assert from "node:assert/strict";
import { onePerSecret } from "../../src/scan/one_per_secret.ts";
import { scanTexts } from "../support/scan_text.ts";
import { madeUpToken } from "../support/secrets.ts";

Deno.test("onePerSecret() keeps the first of those that overlap, and all without a secret", () => {
  const match = (id: string, start?: number, end?: number) => ({
    id,
    ...(start !== undefined && end !== undefined && { secret: { start, end } }),
  });
  const kept = onePerSecret([
    match("a", 10, 20),
    match("no secret"),
    match("inside a", 12, 14),
    match("over the start of a", 5, 11),
    match("over the end of a", 19, 30),
    match("around a", 0, 40),
    match("same as a", 10, 20),
    match("before a", 0, 10),
    match("behind a", 20, 22),
    match("no secret"),
  ]);
  assert.deepEqual(kept.map(({ id }) => id), [
    "a",
    "no secret",
    "before a",
    "behind a",
    "no secret",
  ]);
});

Deno.test("a secret that several rules know is one finding, the gravest", async () => {
  const token = madeUpToken("GitHub token");
  const config = JSON.stringify({
    mcpServers: { notes: { command: "/opt/notes", env: { GITHUB_TOKEN: token } } },
  });
  const { findings } = await scanTexts({ ".mcp.json": config, ".env": `GITHUB_TOKEN=${token}\n` });
  assert.deepEqual(
    findings.map(({ location, ruleId }) => `${location.file} ${ruleId}`).sort(),
    [".env provider-token", ".mcp.json config-secret-in-env"],
  );
});
