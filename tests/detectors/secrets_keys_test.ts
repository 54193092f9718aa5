// Private keys, AWS's pairs, web tokens and encoded secrets: what is found, how grave it is, and
// that nothing of it is shown.

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { ScanReport } from "../../src/core/mod.ts";
import { exampleChars } from "../../src/detectors/secrets/token_checks.ts";
import { BASE64, HEX } from "../../src/detectors/secrets/token_format.ts";
import { scanTexts } from "../support/scan_text.ts";
import { madeUpToken } from "../support/secrets.ts";

const chars = exampleChars(2025);

function lines(count: number): string[] {
  return Array.from({ length: count }, () => chars(64, BASE64));
}

/** Put together, so that no header stands in this file. */
function pem(label: string, body: readonly string[], end = "\n"): string {
  const name = label.replace("KEY", "KE" + "Y");
  return [`-----BEGIN ${name}-----`, ...body, `-----END ${name}-----`].join(end);
}

function rulesOf(report: ScanReport): string[] {
  return report.findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
}

const OPENSSH_PLAIN = Buffer.from("openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none..").toString(
  "base64",
);
const OPENSSH_LOCKED = Buffer.from("openssh-key-v1\0\0\0\0\x0aaes256-ctr\0\0\0\x06").toString(
  "base64",
);

Deno.test("private keys in all their forms are found, and no line of one is shown", async () => {
  const body = lines(6);
  const cases: [text: string, file: string, severity: string][] = [
    [pem("PRIVATE KEY", body), "a.env", "high"],
    [pem("PRIVATE KEY", body), "tls.key", "high"],
    [pem("OPENSSH PRIVATE KEY", [OPENSSH_PLAIN, ...body]), "id_ed25519", "high"],
    [pem("RSA PRIVATE KEY", body), "a.yaml", "high"],
    [pem("EC PRIVATE KEY", body.slice(0, 2)), "a.yaml", "high"],
    [JSON.stringify({ private_key: pem("PRIVATE KEY", body) }), "a.json", "high"],
    [JSON.stringify(JSON.stringify({ k: pem("PRIVATE KEY", body) })), "a.json", "high"],
    [`key = (\n${pem("PRIVATE KEY", body, '\\n"\n    "')})`, "a.py", "high"],
    [`const k = "${pem("PRIVATE KEY", body, '\\n" +\n  "')}";`, "a.ts", "high"],
    [pem("OPENSSH PRIVATE KEY", [OPENSSH_PLAIN, ...body]), "a.yaml", "high"],
    [pem("OPENSSH PRIVATE KEY", [OPENSSH_LOCKED, ...body]), "a.yaml", "medium"],
    [pem("ENCRYPTED PRIVATE KEY", body), "a.yaml", "medium"],
    [
      pem("RSA PRIVATE KEY", ["Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-256-CBC,0A1B", "", ...body]),
      "a.yaml",
      "medium",
    ],
    [
      pem("PGP PRIVATE KEY BLOCK", ["Version: 1", "Comment: none", "", ...body, "=aB3x"]),
      "a.yaml",
      "high",
    ],
    [
      "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: x\nPublic-Lines: 1\n" +
      `${chars(64)}\nPrivate-Lines: 6\n${body.join("\n")}\nPrivate-MAC: ${chars(40, HEX)}\n`,
      "a.ini",
      "high",
    ],
    [
      "PuTTY-User-Key-File-2: ssh-rsa\r\nEncryption: aes256-cbc\r\nPublic-Lines: 1\r\n" +
      `${chars(64)}\r\nPrivate-Lines: 6\r\n${body.join("\r\n")}\r\nPrivate-MAC: x\r\n`,
      "a.ini",
      "medium",
    ],
  ];
  for (const [text, file, severity] of cases) {
    const report = await scanTexts({ [file]: `${text}\n` });
    assert.deepEqual(rulesOf(report), [`private-key ${severity}`], text.slice(0, 80));
    const shown = JSON.stringify(report.findings);
    for (const line of body) assert.ok(!shown.includes(line.slice(0, 12)), text.slice(0, 80));
  }
});

Deno.test("public keys, certificates, placeholders and headers alone are no private keys", async () => {
  const texts = [
    pem("PUBLIC KEY", lines(6)),
    pem("CERTIFICATE", lines(20)),
    pem("PGP PUBLIC KEY BLOCK", lines(20)),
    pem("PRIVATE KEY", []),
    pem("PRIVATE KEY", ["..."]),
    pem("PRIVATE KEY", ["MIIEvQIBADANBg...your key...", "x".repeat(64)]),
    pem("PRIVATE KEY", ["x".repeat(64), "x".repeat(64)]),
    pem("RSA PRIVATE KEY", ["{{ .Values.key }}"]),
    `if "-----BEGIN RSA ${"PRIVATE"} KEY-----" in text: return True`,
  ];
  for (const text of texts) {
    assert.deepEqual(rulesOf(await scanTexts({ "a.yaml": `${text}\n` })), [], text.slice(0, 80));
  }
});

Deno.test("only the private part of a JSON Web Key is a finding", async () => {
  const key = (more: object) => JSON.stringify({ kty: "EC", crv: "P-256", x: chars(43), ...more });
  const report = await scanTexts({ "a.json": key({ d: chars(43) }), "b.json": key({}) });
  assert.deepEqual(report.findings.map(({ location }) => location.file), ["a.json"]);
});

Deno.test("an AWS secret key is found under every spelling of its name, and beside its id", async () => {
  const id = madeUpToken("AWS access key id");
  const secret = `${chars(12)}/${chars(13)}+${chars(13)}`;
  const texts: Record<string, string> = {
    "a.env": `AWS_SECRET_ACCESS_KEY=${secret}\n`,
    "b.py": `aws_secret_access_key = "${secret}"\n`,
    "c.ts": `new S3({ secretAccessKey: '${secret}' });\n`,
    "d.ini": `[default]\naws_access_key_id=${id}\naws_secret_access_key=${secret}\n`,
    "e.yaml": `key: ${id}\npass: ${secret}\n`,
    "f.go": `package a\n\nvar c = credentials.New("${id}", "${secret}", "")\n`,
    "g.json": `{ "AWS_SECRET_KEY": "${secret}" }\n`,
  };
  const report = await scanTexts(texts);
  for (const file of Object.keys(texts)) {
    const here = report.findings.filter(({ location }) => location.file === file);
    assert.ok(
      here.some(({ ruleId, severity }) => ruleId === "aws-secret-key" && severity === "high"),
      file,
    );
    assert.ok(!here.some(({ ruleId }) => ruleId.startsWith("hardcoded")), file);
  }
  assert.ok(!JSON.stringify(report.findings).includes(secret));
});

Deno.test("hashes, longer base64 and what lies far from an id are no AWS secret keys", async () => {
  const id = madeUpToken("AWS access key id");
  const far = "# nothing\n".repeat(60);
  const report = await scanTexts({
    "a.yaml": `id: ${id}\ncommit: ${chars(40, HEX)}\nblob: ${chars(80)}\n`,
    "b.yaml": `id: ${id}\n${far}x: ${chars(40)}\n`,
    "c.env": `AWS_SECRET_ACCESS_KEY=${chars(44)}\n`,
  });
  assert.ok(!rulesOf(report).some((rule) => rule.startsWith("aws-secret-key")));
});

function jwt(header: object, claims: object, signature = chars(43)): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part(header)}.${part(claims)}.${signature}`;
}

Deno.test("web tokens: lasting ones are high, made-up and public ones are none", async () => {
  const header = { alg: "ES256", typ: "JWT" };
  const token = jwt(header, { sub: "8812", exp: 1893456000 });
  const cases: [text: string, expected: string[]][] = [
    [`k = "${token}"`, ["json-web-token medium"]],
    [`url = "wss://x.io/?t=${token}&b=1"`, ["json-web-token medium"]],
    [`body = "a\\n${token}"`, ["json-web-token medium"]],
    [`k = "${jwt(header, { sub: "8812" })}"`, ["json-web-token high"]],
    [`k = "${jwt(header, { sub: "1234567890", name: "John Doe" })}"`, []],
    [`k = "${jwt(header, { sub: "test-user" })}"`, []],
    [`k = "${jwt(header, { iss: "https://auth.example.com", sub: "8812" })}"`, []],
    [`k = "${jwt(header, { iss: "supabase", role: "anon" })}"`, []],
    [`k = "${jwt({ typ: "JWT" }, { sub: "8812" })}"`, []],
    [`k = "${jwt(header, { sub: "8812" }, "signature")}"`, []],
    [`k = "${jwt(header, { sub: "8812" }, "x".repeat(43))}"`, []],
    [`k = "eyJub3Rqc29u.eyJub3Rqc29u.${chars(43)}"`, []],
  ];
  for (const [text, expected] of cases) {
    const report = await scanTexts({ "a.py": `${text}\n` });
    assert.deepEqual(rulesOf(report), expected, text);
    assert.ok(!JSON.stringify(report.findings).includes(token));
  }
});

Deno.test("a secret under one encoding is found; placeholders, images and hashes are not", async () => {
  const token = madeUpToken("GitHub token");
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const key = pem("PRIVATE KEY", lines(4));
  const account = JSON.stringify({ type: "service_account", private_key: key });
  const cases: [text: string, found: boolean][] = [
    [base64(token), true],
    [base64(`${token}\n`), true],
    [base64(madeUpToken("Anthropic API key")), true],
    [base64(key), true],
    [base64(account), true],
    [Buffer.from(token).toString("hex"), true],
    [Buffer.from(token).toString("hex").toUpperCase(), true],
    [base64(`ghp_${"x".repeat(36)}`), false],
    [base64(pem("PRIVATE KEY", ["..."])), false],
    [base64("a perfectly harmless sentence, and then some more"), false],
    [chars(64, HEX), false],
    [chars(500, BASE64), false],
  ];
  for (const [text, found] of cases) {
    const report = await scanTexts({ "a.yaml": `data:\n  x: ${text}\n` });
    assert.deepEqual(rulesOf(report), found ? ["encoded-token high"] : [], text.slice(0, 60));
    if (found) assert.ok(!JSON.stringify(report.findings).includes(text));
  }
});
