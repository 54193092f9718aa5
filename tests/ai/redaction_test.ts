// No secret that a rule knows leaves the machine: not in a question, nor in what is shown of one.

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { exampleChars } from "../../src/detectors/secrets/token_checks.ts";
import { TOKEN_FORMATS } from "../../src/detectors/secrets/token_formats.ts";
import { answerTo, fakeModel } from "../support/fake_models.ts";
import { madeUpToken } from "../support/secrets.ts";
import { plannedFor, reviewOf, type Texts } from "./_review.ts";

/** The secret wherever code around a doubtful place can hold it. */
function planted(secret: string): Texts {
  return {
    "run.py": `import subprocess

TOKEN = "${secret}"

def start(command, token="${secret}"):
    """Starts it, with ${secret} for the cloud."""
    # ${secret}
    note = "first"; other = f"{command} ${secret} {TOKEN}"
    return subprocess.run(command + " --token ${secret}", shell=True)

def caller(value):
    start(value, "${secret}")
`,
    "run.ts": `import { exec } from "node:child_process";

const token = "${secret}";

/** ${secret} */
export function start(command: string, key = \`${secret}\`) {
  const headers = { "Authorization": "Bearer ${secret}", "x-api-key": token };
  return exec(command + " ${secret}", { env: { TOKEN: "${secret}" } }, () => log(headers));
}
`,
    "run.go": `package main

import "os/exec"

const token = "${secret}"

// ${secret}
func start(command string) error {
	return exec.Command("sh", "-c", command+" ${secret} "+token).Run()
}
`,
  };
}

/** All that would leave, and all that is shown of it. */
async function sent(files: Texts): Promise<string> {
  const asker = fakeModel((r) =>
    answerTo(r, { verdict: "not-vulnerable", severity: "none", false_alarm: 90 })
  );
  await reviewOf(files, { asker });
  const plans = await plannedFor(files);
  assert.ok(asker.requests.length >= 3, `${asker.requests.length} requests`);
  assert.equal(asker.requests.length, plans.length);
  return [...asker.requests, ...plans.map(({ request }) => request)]
    .map((request) => JSON.stringify(request)).join("\n");
}

/** A run of the secret that would be of use to somebody. */
const USEFUL = 12;

function assertAbsent(text: string, secret: string, name: string): void {
  for (let at = 0; at + USEFUL <= secret.length; at += 4) {
    const part = JSON.stringify(secret.slice(at, at + USEFUL)).slice(1, -1);
    assert.ok(!text.includes(part), `${name}: a part of it was sent`);
  }
}

Deno.test("no token of any format leaves the machine", async (t) => {
  assert.ok(TOKEN_FORMATS.length > 50);
  for (const { name } of TOKEN_FORMATS) {
    await t.step(name, async () => {
      const secret = madeUpToken(name, 7);
      const text = await sent(planted(secret));
      assert.ok(!text.includes(secret), "it was sent whole");
      // What a format begins with is known to all.
      assertAbsent(text, secret.slice(12), name);
      assert.match(text, /<[a-z-]+-\d>/);
    });
  }
});

const chars = exampleChars(91);
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const password = chars(18);
const awsKey = chars(40, BASE64);
const jwt = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ sub: "4711", exp: 1893456000 })}.${
  chars(43)
}`;
const token = madeUpToken("GitHub token", 9);
const PEM = ["RSA", "PRIVATE", "KEY"].join(" ");
const body = Array.from({ length: 12 }, () => chars(64, BASE64));

/** Secrets that are known by what stands around them. */
const OTHERS: Readonly<Record<string, { readonly line: string; readonly secret: string }>> = {
  "a password": { line: `password = "${password}"`, secret: password },
  "an AWS key": { line: `aws_secret_access_key = "${awsKey}"`, secret: awsKey },
  "a password in an address": {
    line: `url = "postgres://app:${password}@db-3.acme-crm.io:5432/main"`,
    secret: password,
  },
  "a JSON web token": { line: `session = "${jwt}"`, secret: jwt },
  "a token in base64": {
    line: `t = b64decode("${Buffer.from(token).toString("base64")}")`,
    secret: Buffer.from(token).toString("base64"),
  },
  "a token in hex": {
    line: `t = bytes.fromhex("${Buffer.from(token).toString("hex")}")`,
    secret: Buffer.from(token).toString("hex"),
  },
  "a private key": {
    line: `key = """-----BEGIN ${PEM}-----\n${body.join("\n")}\n-----END ${PEM}-----\n"""`,
    secret: body.join(""),
  },
};

Deno.test("no secret that its surroundings tell leaves the machine", async (t) => {
  for (const [name, { line, secret }] of Object.entries(OTHERS)) {
    await t.step(name, async () => {
      const files = {
        "run.py": `import subprocess

${line}

def start(command):
    ${line}
    return subprocess.run(command, shell=True)
`,
      };
      const asker = fakeModel((r) => answerTo(r, { verdict: "not-vulnerable", false_alarm: 90 }));
      await reviewOf(files, { asker });
      assert.ok(asker.requests.length > 0);
      const text = asker.requests.map((request) => JSON.stringify(request)).join("\n");
      assertAbsent(text, secret, name);
    });
  }
});

Deno.test("a secret is shown as what it is, and the same one alike", async () => {
  const files = planted(token);
  const [first] = (await plannedFor({ "run.py": files["run.py"]! })).slice(0, 1);
  const names = first!.request.user.match(/<provider-token-\d+>/g) ?? [];
  assert.ok(names.length >= 4, first!.request.user);
  assert.deepEqual([...new Set(names)], ["<provider-token-1>"]);
});
