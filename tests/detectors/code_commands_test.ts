// Rules over calls, by small files: what each way of writing a call is found as, and what is not.

import assert from "node:assert/strict";
import { CODE_RULES } from "../../src/detectors/code/mod.ts";
import { scanTexts } from "../support/scan_text.ts";

/** `rule:line` of every finding in one file, in order. */
async function found(path: string, text: string): Promise<string[]> {
  const { findings } = await scanTexts({ [path]: text }, CODE_RULES);
  return findings.map(({ ruleId, location }) => `${ruleId}:${location.line}`);
}

const CASES: readonly { name: string; file: string; code: string; expect: readonly string[] }[] = [
  {
    name: "a function of the file's own that is called with constants only",
    file: "a.js",
    code: `import { exec } from "node:child_process";
function run(command) {
  return new Promise((done) => exec(win ? \`cmd.exe /c \${command}\` : command, done));
}
run("ls");
run(\`pwd\`);`,
    expect: [],
  },
  {
    name: "the same function, called with a value or given to someone else",
    file: "a.js",
    code: `import { exec } from "node:child_process";
function run(command) { exec(command); }
run("ls");
run(x);
function pass(command) { exec(command); }
pass("ls");
export const api = { pass };
export function shown(command) { exec(command); }
shown("ls");
function spread(command) { exec(command); }
spread(...words);`,
    expect: [2, 5, 8, 10].map((line) => `command-injection:${line}`),
  },
  {
    name: "what a function of the file's own gives back",
    file: "a.js",
    code: `import { exec } from "node:child_process";
function fixed() { return "ls"; }
exec(fixed());
function built(name) { return \`ls \${name}\`; }
exec(built(x));
function again(depth) { return depth ? again(depth - 1) : "ls"; }
exec(again(3));`,
    expect: ["command-injection:5"],
  },
  {
    name: "destructured from require",
    file: "a.js",
    code: `const {exec}=require('child_process'); exec(x)`,
    expect: ["command-injection:1"],
  },
  {
    name: "execSync of a namespace import",
    file: "a.ts",
    code: `import * as cp from "node:child_process";\ncp.execSync("ls " + x);`,
    expect: ["command-injection:2"],
  },
  {
    name: "an alias of a promisified alias",
    file: "a.ts",
    code: `import { exec as e } from "child_process"; import util from "util";
const run = util.promisify(e);
const again = run;
await again(\`ls \${x}\`);`,
    expect: ["command-injection:4"],
  },
  {
    name: "a dynamic import",
    file: "a.mjs",
    code: `const { exec } = await import("node:child_process");\nexec("ls " + x);`,
    expect: ["command-injection:2"],
  },
  {
    name: "a field of the class",
    file: "a.ts",
    code: `import { exec } from "child_process"; import { promisify } from "util";
class A {
  private run = promisify(exec);
  list(x: string) { return this.run("ls " + x); }
}`,
    expect: ["command-injection:4"],
  },
  {
    name: "spawn with a shell by a literal, by a name and by a spread",
    file: "a.js",
    code: `const { spawn } = require("child_process");
const base = { shell: true };
spawn("ls", [x], { shell: true });
spawn("ls " + x, base);
spawn("ls " + x, { ...base, cwd: "/" });
spawn("ls", [x], { shell: false });
spawn("ls", [x]);`,
    expect: ["command-injection:3", "command-injection:4", "command-injection:5"],
  },
  {
    name: "a call over several lines",
    file: "a.py",
    code: `import subprocess
subprocess.run(
    "ls " + x,
    check=True,
    shell=True,
)`,
    expect: ["command-injection:2"],
  },
  {
    name: "keywords in a dictionary",
    file: "a.py",
    code: `from subprocess import Popen\nPopen("ls " + x, **{"shell": True})`,
    expect: ["command-injection:2"],
  },
  {
    name: "formatted in every way",
    file: "a.py",
    code: `import os
os.system("ls %s" % x)
os.system("ls {}".format(x))
os.system(f"ls {x}")
os.system(" ".join(["ls", x]))
os.popen("ls %s %d" % ("a", 3))
os.system("ls {}".format("a"))
os.system(" ".join(["ls", "-l"]))`,
    expect: [
      "command-injection:2",
      "command-injection:3",
      "command-injection:4",
      "command-injection:5",
    ],
  },
  {
    name: "a shell as a program, behind others or not",
    file: "a.py",
    code: `import os, subprocess, asyncio, pty
subprocess.run(["sh", "-c", x])
subprocess.run(["sudo", "-u", "www", "bash", "-lc", "ls " + x])
os.execl("/bin/sh", "sh", "-c", x)
os.spawnlp(os.P_WAIT, "bash", "bash", "-c", x)
pty.spawn(["/bin/bash", "-c", x])
subprocess.run(["bash"], input=x)
subprocess.run(["bash", "-c", "ls"])`,
    expect: [2, 3, 4, 5, 6, 7].map((line) => `command-injection:${line}`),
  },
  {
    name: "Go's shells",
    file: "a.go",
    code: `package main
import ("fmt"; run "os/exec"; "syscall")
func f(x string, n int) {
	run.Command("bash", "-c", fmt.Sprintf("ls %s", x))
	syscall.Exec("/bin/sh", []string{"sh", "-c", x}, nil)
	run.Command("bash", "-c", fmt.Sprintf("head -n %d a", n))
	run.Command("ls", x)
}`,
    expect: ["command-injection:4", "command-injection:5"],
  },
  {
    name: "things of the same names",
    file: "a.py",
    code: `import re
re.exec(text)
cursor.exec(text)
# eval(text)
note = "eval(text)"
"""os.system(text)"""
self.eval(text)`,
    expect: [],
  },
  {
    name: "eval once",
    file: "a.py",
    code: `eval(text)`,
    expect: ["code-evaluation:1"],
  },
  {
    name: "eval under other names",
    file: "a.js",
    code: `(0, eval)(x);
globalThis.eval(x);
const e = eval;
e(x);
Function(x)();
setTimeout("tick(" + x + ")", 1);
setTimeout(x + 1, 1);
new Worker(x, { eval: true });
new Worker(x);`,
    expect: [1, 2, 4, 5, 6, 8].map((line) => `code-evaluation:${line}`),
  },
  {
    name: "constants and the machine's own values",
    file: "a.ts",
    code:
      `import { exec, execSync } from "child_process"; import path from "path"; import { fileURLToPath } from "url";
const DIR = path.dirname(fileURLToPath(import.meta.url));
const flags = ["-l", "-a"];
exec("ls " + flags.join(" "));
execSync(\`node \${path.join(DIR, "child.js")} \${process.pid}\`);
execSync(process.platform === "win32" ? "dir" : "ls");
function f(n: number) { execSync(\`head -n \${n} a\`); execSync("tail -n " + Number(n)); }`,
    expect: [],
  },
  {
    name: "a list that grows is no constant",
    file: "a.py",
    code: `import os
parts = ["ls"]
parts.append(x)
os.system(" ".join(parts))`,
    expect: ["command-injection:4"],
  },
  {
    name: "an options object alone is no command",
    file: "a.ts",
    code: "import { execa } from 'execa';\nexeca({ shell: true })`ls ${x}`;",
    expect: ["command-injection:2"],
  },
];

for (const { name, file, code, expect } of CASES) {
  Deno.test(`${file.split(".")[1]}: ${name}`, async () => {
    assert.deepEqual(await found(file, code), expect);
  });
}

Deno.test("a finding ends with the command, so that nested calls are findings of their own", async () => {
  const outer = (body: string): string =>
    `const {exec}=require("child_process");\nexec("ls "+a, () => {\n  ${body}\n});\n`;
  const { findings } = await scanTexts({ "a.js": outer(`exec("rm "+b);`) }, CODE_RULES);
  assert.deepEqual(findings.map(({ location }) => location.line), [2, 3]);
  const { findings: [changed] } = await scanTexts({ "a.js": outer("done();") }, CODE_RULES);
  assert.equal(changed!.fingerprint, findings[0]!.fingerprint);
});

Deno.test("what is less sure or less open weighs less", async () => {
  const { findings } = await scanTexts({
    "a.ts": `import { exec, spawn } from "child_process";
spawn("ls", [x], { shell: process.platform === "win32" });
exec("ls " + process.env.DIR);
exec("ls " + shellEscape(x));
exec("ls " + x);
`,
  }, CODE_RULES);
  assert.deepEqual(findings.map(({ severity, confidence }) => `${severity} ${confidence}`), [
    "low low",
    "low low",
    "low low",
    "medium medium",
  ]);
});

Deno.test("deep nesting costs no more than its length", async () => {
  const depth = 20_000;
  const code = `const {exec}=require("child_process");\n${"exec(a,()=>{".repeat(depth)}${
    "})".repeat(depth)
  }`;
  const { findings } = await scanTexts({ "a.js": code }, CODE_RULES);
  assert.ok(findings.length > 0);
});
