// Tokens told by a name, and the tokens that earlier scanners are known to miss.

import assert from "node:assert/strict";
import { NAMED_FORMATS } from "../../src/detectors/secrets/named_formats.ts";
import {
  base62Checksum,
  bech32Checksum,
  exampleChars,
} from "../../src/detectors/secrets/token_checks.ts";
import { BASE64, HEX, URL64 } from "../../src/detectors/secrets/token_format.ts";
import { TOKEN_FORMATS } from "../../src/detectors/secrets/token_formats.ts";
import { scanTexts } from "../support/scan_text.ts";
import { madeUpToken } from "../support/secrets.ts";

for (const { name, variable, example } of NAMED_FORMATS) {
  Deno.test(`a made-up ${name} is found under its name, and only there`, async () => {
    for (const seed of [1, 7, 99]) {
      const token = example(exampleChars(seed));
      const report = await scanTexts({
        "a.py": `${variable} = "${token}"\n`,
        "b.yaml": `env:\n  ${variable}: ${token}\n`,
        "c.json": `{ "${variable.toLowerCase()}": "${token}" }\n`,
        "d.ts": `const id = "${token}";\n`,
        ".env": `${variable}=${token}`,
      });
      const found = report.findings.map(({ ruleId, location }) => `${location.file} ${ruleId}`);
      assert.deepEqual(
        found,
        ["a.py", "b.yaml", "c.json", ".env"].map((file) => `${file} provider-token`),
      );
      assert.ok(!JSON.stringify(report.findings).includes(token));
    }
  });
}

Deno.test("no two formats have one name, and every example is its own format's alone", () => {
  const names = TOKEN_FORMATS.map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
  for (const { name, example, token, accepts } of TOKEN_FORMATS) {
    for (const seed of [3, 11, 123]) {
      const made = example(exampleChars(seed));
      token.lastIndex = 0;
      assert.equal(token.exec(made)?.[0], made, name);
      assert.ok(accepts(made), name);
    }
  }
});

Deno.test("every form of a format is found", async () => {
  const chars = exampleChars(17);
  const crc = (prefix: string): string => {
    const body = chars(30);
    return prefix + body + base62Checksum(body);
  };
  const forms = [
    ...["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map(crc),
    ...["AKIA", "ASIA", "ABIA", "ACCA"].map((prefix) =>
      prefix + chars(16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    ),
    `sk-${chars(20)}T3BlbkFJ${chars(20)}`,
    `sk-svcacct-${chars(74, URL64)}T3BlbkFJ${chars(74, URL64)}`,
    `sk-admin-${chars(58, URL64)}T3BlbkFJ${chars(58, URL64)}`,
    `sk-ant-api03-${chars(40)}_${chars(52, URL64)}AA`,
    `sk-ant-admin01-${chars(93, URL64)}AA`,
    `sk-ant-oat01-${chars(93, URL64)}AA`,
    `glpat-${chars(27)}.01.${chars(9, "abcdefghijklmnopqrstuvwxyz0123456789")}`,
    `hooks.slack.com/workflows/T${chars(8, "ABCDEF0123456789")}/A${chars(10, "ABCDEF0123456789")}/${
      chars(18, "123456789")
    }/${chars(24)}`,
    `discord.com/api/v10/webhooks/${chars(18, "123456789")}/${chars(68, URL64)}`,
    `rk_live_${chars(24)}`,
    `tvly-${chars(32)}`,
    `sgp_${chars(40, HEX)}`,
    `fm2_${chars(400, BASE64)}`,
    `dp.st.prd.${chars(43)}`,
  ];
  for (const token of forms) {
    const report = await scanTexts({ "a.py": `x = "${token}"\n` });
    assert.deepEqual(report.findings.map(({ ruleId }) => ruleId), ["provider-token"], token);
    assert.ok(!JSON.stringify(report.findings).includes(token));
  }
});

Deno.test("a wrong checksum makes an age key none", async () => {
  const key = madeUpToken("age secret key");
  const wrong = key.slice(0, -1) + (key.endsWith("Q") ? "P" : "Q");
  const report = await scanTexts({ "a.env": `K=${key}\n`, "b.env": `K=${wrong}\n` });
  assert.deepEqual(report.findings.map(({ location }) => location.file), ["a.env"]);
});

Deno.test("bech32Checksum() gives the checksum of BIP 173's test vector", () => {
  const data = "qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5";
  assert.equal(bech32Checksum("abcdef", "qpzry9x8gf2tvdw0s3jn54khce6mua7l"), "mqqqxw");
  assert.notEqual(bech32Checksum("abcdef", data), "mqqqxw");
});

Deno.test("an access key id alone is medium; a token with a checksum is certain", async () => {
  const report = await scanTexts({
    "a.py": `k = "${madeUpToken("AWS access key id")}"\n`,
    "b.py": `k = "${madeUpToken("npm token")}"\n`,
    "c.py": `k = "${madeUpToken("Groq API key")}"\n`,
  });
  assert.deepEqual(
    report.findings.map(({ severity, confidence }) => `${severity} ${confidence}`),
    ["medium medium", "high high", "high medium"],
  );
});

Deno.test("a provider's token under any name is told once, by what it is", async () => {
  const token = madeUpToken("Stripe live key");
  const report = await scanTexts({
    "a.ts": `const api_key = "${token}";\n`,
    "b.yaml": `client_secret: ${token}\n`,
    "c.sh": `curl -H "Authorization: Bearer ${token}" https://api.acme-crm.io\n`,
    "d.py": `u = "https://x:${token}@api.acme-crm.io"\n`,
    "e.py": `password = "${token}"\n`,
  });
  assert.deepEqual(
    report.findings.map(({ ruleId }) => ruleId),
    Array(5).fill("provider-token"),
  );
});

Deno.test("a token that stands in a file more than once is one finding that names the places", async () => {
  const [token, other] = [madeUpToken("Stripe live key"), madeUpToken("GitHub token")];
  const { findings } = await scanTexts({
    "log.json": `{"a": "${token}",\n"b": "${token}",\n"c": "${other}",\n"d": "${token}"}\n`,
    "other.json": `{"a": "${token}"}\n`,
  });
  assert.deepEqual(
    findings.map(({ location, related }) => [
      location.file,
      location.line,
      related.map(({ line, message }) => `${line}: ${message}`),
    ]),
    [
      ["log.json", 1, ["2: It stands here too", "4: It stands here too"]],
      ["log.json", 3, []],
      ["other.json", 1, []],
    ],
  );
});
