import assert from "node:assert/strict";
import { scanTexts } from "../support/scan_text.ts";

/** Words that stand for secrets here; none has the form of a real one. */
const SECRETS = ["Winter-Sparrow-41", "Copper.Lantern.72", "Quiet_Harbour_93", "Amber~Falcon~15"];

Deno.test("credentials of a client configuration are masked, whatever rule reports the server", async () => {
  const [password, key, bearer, argument] = SECRETS;
  const config = JSON.stringify({
    mcpServers: {
      crm: {
        url: `http://admin:${password}@crm.example.com/mcp?api_key=${key}`,
        headers: { Authorization: `Bearer ${bearer}` },
        args: ["--token", argument, "--password=" + password, "--header", `X-Api-Key: ${key}`],
      },
    },
  });
  const report = await scanTexts({ ".mcp.json": config });
  assert.deepEqual([...new Set(report.findings.map(({ ruleId }) => ruleId))].sort(), [
    "config-secret-in-arguments",
    "config-secret-in-headers",
    "config-secret-in-url",
    "mcp-plain-http",
  ]);
  const shown = JSON.stringify(report);
  for (const secret of SECRETS) assert.ok(!shown.includes(secret), secret);
  const url = report.findings.find(({ ruleId }) => ruleId === "mcp-plain-http")!;
  assert.match(url.snippet.text, /admin:Wint\*\*\*\*@crm\.example\.com/);
});

Deno.test("references and placeholders in a configuration are shown as they are", async () => {
  const report = await scanTexts({
    ".mcp.json": `{ "mcpServers": { "crm": { "url": "http://crm.example.com?key=\${KEY}" } } }`,
  });
  assert.match(report.findings[0]!.snippet.text, /key=\$\{KEY\}/);
});
