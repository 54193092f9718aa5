import assert from "node:assert/strict";
import { exampleChars, looksRandom } from "../../src/detectors/secrets/token_checks.ts";
import { TOKEN_FORMATS } from "../../src/detectors/secrets/token_formats.ts";
import { scanTexts } from "../support/scan_text.ts";
import { madeUpToken } from "../support/secrets.ts";

for (const format of TOKEN_FORMATS) {
  Deno.test(`a made-up ${format.name} is found in quotes, in a URL, in YAML and at the end of a file`, async () => {
    for (const seed of [1, 7, 99]) {
      const token = format.example(exampleChars(seed));
      const report = await scanTexts({
        "a.py": `key = "${token}"\n`,
        "b.ts": `fetch(\`https://x.example/?k=${token}&b=1\`);\n`,
        "c.yaml": `key: ${token}\n`,
        ".env": `KEY=${token}`,
      });
      const found = report.findings.filter(({ ruleId }) => ruleId === "provider-token");
      assert.deepEqual(found.map(({ location }) => location.file), [
        "a.py",
        "b.ts",
        "c.yaml",
        ".env",
      ]);
      assert.ok(!JSON.stringify(report.findings).includes(token));
    }
  });

  Deno.test(`a ${format.name} inside a longer word, too short, or of one letter is none`, async () => {
    const token = format.example(exampleChars(5));
    const body = token.slice(0, Math.max(6, token.length - 40));
    const report = await scanTexts({
      "a.py": `a = "x${token}y"\nb = "${body}"\nc = "${token.slice(0, 7)}${"a".repeat(40)}"\n`,
    });
    const whole = report.findings.filter(({ snippet }) => snippet.text.startsWith("a ="));
    if (/^[A-Za-z0-9]/.test(token)) assert.deepEqual(whole, []);
    assert.deepEqual(report.findings.filter(({ snippet }) => snippet.text.startsWith("c =")), []);
  });
}

Deno.test("a wrong checksum makes a GitHub or npm token none", async () => {
  for (const name of ["GitHub token", "npm token"]) {
    const token = madeUpToken(name);
    const wrong = token.slice(0, -1) + (token.endsWith("a") ? "b" : "a");
    const report = await scanTexts({ "a.py": `k = "${wrong}"\n` });
    assert.deepEqual(report.findings, []);
  }
});

Deno.test("looksRandom() refuses placeholders, repetition and sequences", () => {
  for (
    const body of [
      "x".repeat(36),
      "abcdefghijklmnopqrst",
      "0123456789abcdef",
      "YOURTOKENHERE123456",
    ]
  ) {
    assert.ok(!looksRandom(body), body);
  }
  for (const seed of [1, 2, 3]) assert.ok(looksRandom(exampleChars(seed)(30)));
});

Deno.test("a token after an escape is found, and masked in every finding of its line", async () => {
  const token = madeUpToken("GitHub token");
  for (const before of ["\\n", "\\t", "%20", "\\u0020", "\\x20"]) {
    const report = await scanTexts({
      "a.py": `import os\nos.system("curl -H 'A:${before}${token}' " + x)\n`,
    });
    assert.ok(report.findings.some(({ ruleId }) => ruleId === "provider-token"), before);
    assert.ok(!JSON.stringify(report.findings).includes(token), before);
  }
});
