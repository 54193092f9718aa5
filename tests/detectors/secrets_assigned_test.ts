// Passwords and keys by the name they are given or the URL they stand in: tables of what is found
// and of the near misses that must not be.

import assert from "node:assert/strict";
import type { ScanReport } from "../../src/core/mod.ts";
import { exampleChars } from "../../src/detectors/secrets/token_checks.ts";
import { HEX } from "../../src/detectors/secrets/token_format.ts";
import { scanTexts } from "../support/scan_text.ts";

const chars = exampleChars(77);
const KEY = chars(32);
const PASSWORD = `Kx${chars(5)}!7q`;

function hits(report: ScanReport): string[] {
  return report.findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
}

function notebook(line: string): string {
  const cell = { cell_type: "code", source: [`${line}\n`], metadata: {}, outputs: [] };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

async function expectAll(
  cases: readonly (readonly [file: string, text: string])[],
  expected: readonly string[],
): Promise<void> {
  for (const [file, text] of cases) {
    const report = await scanTexts({ [file]: `${text}\n` });
    assert.deepEqual(hits(report), expected, `${file}: ${text}`);
    for (const secret of [KEY, PASSWORD]) {
      assert.ok(!JSON.stringify(report.findings).includes(secret), `${file}: ${text}`);
    }
  }
}

Deno.test("a generated key is found under its name in every kind of file", async () => {
  await expectAll([
    ["a.py", `API_KEY = "${KEY}"`],
    ["a.py", `api_key: str = "${KEY}"`],
    ["a.py", `client = Crm(api_key='${KEY}')`],
    ["a.py", `key = os.environ.get("CRM_API_KEY", "${KEY}")`],
    ["a.py", `config["client_secret"] = "${KEY}"`],
    ["a.ts", `const apiKey: string = "${KEY}";`],
    ["a.ts", `const t = process.env.ACCESS_TOKEN || "${KEY}";`],
    ["a.ts", `const t = process.env["ACCESS_TOKEN"] ?? "${KEY}";`],
    ["a.js", `headers: { "X-Api-Key": \`${KEY}\` }`],
    ["a.go", `clientSecret := "${KEY}"`],
    ["a.json", `{ "accessToken": "${KEY}" }`],
    ["a.json", JSON.stringify({ body: JSON.stringify({ access_token: KEY }) })],
    ["a.ipynb", notebook(`client = Crm(api_key="${KEY}")`)],
    ["a.ipynb", notebook(`h = {"Authorization": "Bearer ${KEY}"}`)],
    ["a.toml", `webhook_secret = "${KEY}"`],
    ["a.yaml", `jwt_secret: ${KEY}`],
    ["a.yaml", `signing_key: "${KEY}" # keep`],
    ["a.ini", `auth_token = ${KEY}`],
    [".env", `SESSION_SECRET=${KEY}`],
    [".env", `export SECRET_KEY_BASE=${KEY}`],
    ["a.sh", `export DEPLOY_TOKEN=${KEY}`],
    ["Dockerfile", `ENV APP_SECRET=${KEY}`],
    ["a.sh", `curl -H "Authorization: Bearer ${KEY}" https://crm.acme.io`],
    ["a.py", `h = {"Authorization": "Bearer ${KEY}"}`],
    ["a.py", `h = {"Authorization": "Basic ${btoa(`crm:${PASSWORD}`)}"}`],
    [".env", `API_KEY=${chars(32, HEX)}`],
  ], ["hardcoded-api-key medium"]);
});

Deno.test("what stands for a key, or opens nothing, is no finding", async () => {
  const uuid = `${chars(8, HEX)}-${chars(4, HEX)}-4${chars(3, HEX)}-a${chars(3, HEX)}-${
    chars(12, HEX)
  }`;
  await expectAll([
    ["a.py", `API_KEY = "your-api-key-here-0123-abcd-4567"`],
    ["a.py", `API_KEY = "<insert k3y 1n here 7h4t>"`],
    ["a.py", `API_KEY = "sk_example_1a2b3c4d5e6f7g8h9i0j"`],
    ["a.py", `API_KEY = os.environ["API_KEY"]`],
    ["a.ts", "const apiKey = `${prefix}1a2b3c4d5e6f7a8b9c`;"],
    ["a.yaml", "api_key: ${{ secrets.CRM_KEY_1A2B3C4D }}"],
    ["a.yaml", "token: '{{ vault.k1v2.t3k4n5a6b7 }}'"],
    ["a.yaml", `api_key: ${uuid}`],
    ["a.json", `{ "next_token": "${KEY}", "pageToken": "${KEY}", "csrf_token": "${KEY}" }`],
    ["a.json", `{ "token_hash": "${KEY}", "secret_sha256": "${KEY}" }`],
    ["a.json", `{ "public_key": "${KEY}", "siteKey": "${KEY}", "primary_key": "${KEY}" }`],
    ["a.json", `{ "cache_key": "${KEY}", "key": "${KEY}", "translation_key": "${KEY}" }`],
    ["a.json", `{ "etag": "${KEY}", "integrity": "sha512-${KEY}", "commit": "${KEY}" }`],
    ["a.json", `{ "token": "gpt-4o-mini-2024-07-18-v2" }`],
    ["a.json", `{ "secretName": "projects/acme/secrets/crm-api-k3y/versions/7" }`],
    ["a.json", `{ "token_url": "https://auth.acme.io/oauth2/v1/t0k3n/a1b2c3d4" }`],
    ["a.ts", `const token = "[A-Za-z0-9]{20,40}-a1b2c3";`],
    ["a.ts", `const POSTHOG_KEY = { apiKey: "phc_${chars(43)}" };`],
    ["a.ts", `if (token === "${KEY}") return;`],
    ["a.ts", `const names = [token, "${KEY}"];`],
    ["a.py", `token = ${KEY}`],
    ["a.py", `auth_token = "${btoa("AWS:some readable words 123")}"`],
    ["a.ts", "const secret = 'correctHorseBatteryStapleAgain';"],
    ["a.py", `h = {"Authorization": "Bearer abcdefghijklmnop1234"}`],
    ["a.py", `h = {"Authorization": "Basic ${btoa("user:password1")}"}`],
  ], []);
});

Deno.test("a password is found under its name, in any script", async () => {
  await expectAll([
    ["a.py", `password = "${PASSWORD}"`],
    ["a.py", `connect(user="crm", passwd='${PASSWORD}')`],
    ["a.ts", `const db = { password: "${PASSWORD}" };`],
    ["a.json", `{ "smtp_password": "${PASSWORD}" }`],
    ["a.yaml", `password: ${PASSWORD}`],
    [".env", `DB_PASSWORD=${PASSWORD}`],
    [".env", `DB_PASS=${PASSWORD}`],
    ["a.ini", `pwd = ${PASSWORD}`],
    ["a.ipynb", notebook(`connect(password="${PASSWORD}")`)],
    ["a.py", `password = "pässwörtchen9"`],
    ["a.yaml", `password: пароль-от-базы-42`],
    ["a.py", `password = "🔑🔑geheim🔑pw1🔑"`],
  ], ["hardcoded-password medium"]);
  await expectAll([
    ["a.yaml", "POSTGRES_PASSWORD: changeme"],
    [".env", "ADMIN_PASSWORD=admin123"],
    ["a.py", `password = "P@ssw0rd!"`],
  ], ["hardcoded-password low"]);
});

Deno.test("what stands for a password is no finding", async () => {
  await expectAll([
    ["a.py", `password = "your_password_1"`],
    ["a.py", `password = "password123"`],
    ["a.py", `password = getpass.getpass("Pa55: ")`],
    ["a.py", `password = "********"`],
    ["a.py", `parser.add_argument("--password", "-p1secret")`],
    ["a.py", `fields = ["password", "user1name"]`],
    ["a.ts", `const t = { password: "auth.form.password1" };`],
    ["a.ts", `type P = { password: "string" };`],
    ["a.ts", `const s = { password: "#login-password-1" };`],
    ["a.ts", `const s = { password: "/login/passw0rd/reset" };`],
    ["a.ts", `const s = { password: "^(?=.*[0-9])\\\\w{8,}$" };`],
    ["a.ts", `if (password === "") throw new Error("Kx81aa!7q");`],
    ["a.json", `{ "password": "Contraseña", "passwordHint": "Mindestens8Zeichen" }`],
    ["a.json", `{ "password": "Passwort (mind. 8 Zeichen)" }`],
    ["a.yaml", "password: ${DB_PASSWORD}"],
    ["a.yaml", "password: !secret db_password1"],
    ["a.yaml", "password: *anchor1"],
    ["a.yaml", "password: {{ vault_db_password1 }}"],
    [".env", "DB_PASSWORD=$DB_PASSWORD_1"],
    [".env", "DB_PASSWORD="],
    ["a.sh", `password=$(cat /run/secrets/db1)`],
    ["a.sh", `if [ "$password" = "" ]; then exit 1; fi`],
    ["a.bat", `set PASSWORD=%DB_PASSWORD1%`],
  ], []);
});

Deno.test("a password in a URL is weighed by what it is and where it leads", async () => {
  const cases: [url: string, severity: string | undefined][] = [
    [`postgres://crm:${KEY}@db.acme.io/crm`, "high"],
    [`mongodb+srv://crm:${KEY}@c0.acme.mongodb.net/crm`, "high"],
    [`redis://:${KEY}@cache.acme.io:6379`, "high"],
    [`amqps://crm:${KEY}@mq.acme.io/vhost`, "high"],
    [`https://bot:${KEY}@git.acme.io/a/b.git`, "high"],
    [`postgres://crm:pä$$w0rt-9@db.acme.io/crm`, "high"],
    [`postgres://crm:${KEY}@localhost/crm`, "medium"],
    [`amqp://guest:guest@mq.acme.io`, "medium"],
    [`postgres://postgres:postgres@localhost:5432/app`, "low"],
    [`mysql://root:root@db:3306/app`, "low"],
    [`mongodb://admin:admin123@127.0.0.1`, "low"],
    [`postgres://user:password@localhost/app`, undefined],
    [`postgres://user:pass@host:5432/db`, undefined],
    [`postgres://crm:${KEY}@db.example.com/crm`, undefined],
    ["postgres://${user}:${password}@${host}/crm", undefined],
    ["postgres://crm:${PASSWORD}@db.acme.io/crm", undefined],
    ["postgres://crm:%s@db.acme.io/crm", undefined],
    ["postgres://crm:<password>@db.acme.io/crm", undefined],
    ["postgres://crm:***@db.acme.io/crm", undefined],
    ["postgres://crm:your-password@db.acme.io/crm", undefined],
    ["postgres://USER:PASSWORD@HOST:5432/DB", undefined],
    ["postgres://crm:$PGPASSWORD@db.acme.io/crm", undefined],
    ["https://api.acme.io:8443/users/@me", undefined],
    ["https://acme.io/?q=a:b@c.io", undefined],
    ["ssh://git@github.com:22/a/b.git", undefined],
    ["http://localhost:3000@acme.io", undefined],
  ];
  for (const [url, severity] of cases) {
    const report = await scanTexts({ "a.env": `X_URL=${url}\n` });
    assert.deepEqual(hits(report), severity ? [`credentials-in-url ${severity}`] : [], url);
    assert.ok(!JSON.stringify(report.findings).includes(KEY), url);
  }
});

Deno.test("a password's fingerprint does not change with the password, a key's does", async () => {
  const prints = async (text: (seed: number) => string): Promise<number> => {
    const reports = await Promise.all(
      [1, 2].map((seed) => scanTexts({ "a.env": `${text(seed)}\n` })),
    );
    return new Set(reports.flatMap((r) => r.findings.map(({ fingerprint }) => fingerprint))).size;
  };
  assert.equal(await prints((seed) => `DB_PASSWORD=x${seed}!${exampleChars(seed)(8)}`), 1);
  assert.equal(await prints((seed) => `API_KEY=${exampleChars(seed)(32)}`), 2);
});
