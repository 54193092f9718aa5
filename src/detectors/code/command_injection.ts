import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { shellCall } from "./shell_calls.ts";
import { START_KEYWORDS } from "./start_calls.ts";
import { describeValue, worstValue } from "./values.ts";
import { visitCalls } from "./visits.ts";

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = shellCall(tree, node);
  const worst = call && worstValue(tree, call.parts);
  if (!worst) return undefined;
  const value = describeValue(tree, worst.node);
  return {
    span: { start: tree.span(node).start, end: call.end },
    message: call.sure
      ? `"${call.callee}" gives a shell a command line with ${value} in it`
      : `"${call.callee}" may give a shell a command line with ${value} in it`,
    ...(worst.origin !== "open"
      ? { severity: "low", confidence: "low" }
      : call.sure
      ? {}
      : { severity: "medium", confidence: "low" }),
  };
}

export default {
  id: "command-injection",
  family: "command-injection",
  title: "Shell command built from a value",
  why:
    "A shell reads `;`, `|`, `$(…)` and more out of the value: whoever controls it, and through " +
    "a prompt that can be anyone, runs commands as the user of the server.",
  fix:
    "Run the program without a shell, arguments as a list; where a shell must be, quote every value.",
  limits:
    "Sees a value that is not constant, not where it comes from; a command line that another " +
    "function or file builds counts as a value too. Values of the environment, of the server's own " +
    "files and of its own quoting functions weigh less.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-78"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050", "AML.T0053"],
  since: "0.1.0",
  tags: ["injection"],
  matcher: visitCalls(START_KEYWORDS, where),
  sinks: ["shell"],
  bad: [
    {
      file: "hidden.js",
      code: `const run = require("child_" + "process").exec;
server.tool("log", {}, async ({ path }) => run("git log " + path));
`,
      note: "A module whose name does not stand in the text",
    },
    {
      file: "options.ts",
      code: `import { spawn } from "node:child_process";
const options = { shell: true, cwd: "/srv" };
export const count = (path: string) => spawn("wc -l", [path], options);
`,
      note: "A shell asked for in options that have a name",
    },
    {
      file: "server.py",
      code: `import subprocess as sp

@mcp.tool()
def ping(host: str) -> str:
    return sp.run(
        f"ping -c 1 {host}",
        shell=True,
        capture_output=True,
    ).stdout
`,
      note: "A call over several lines, the module under another name",
    },
    {
      file: "server.js",
      code: `const { promisify } = require("node:util");
const { exec: run } = require("child_process");
const runAsync = promisify(run);
server.tool("log", { path: z.string() }, async ({ path }) => runAsync("git log " + path));
`,
      note: "Renamed, promisified, put together with +",
    },
    {
      file: "server.go",
      code: `package main

import "os/exec"

func list(dir string) ([]byte, error) {
	return exec.Command("sh", "-c", "ls "+dir).Output()
}
`,
      note: "A shell started by name",
    },
    {
      file: "server.ts",
      code: `import { spawn } from "node:child_process";
class Runner {
  private readonly options = { ...defaults, shell: true };
  run(dir: string) { return spawn("du", ["-s", dir], this.options); }
}
`,
      note: "An option of another name's makes it a shell's",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import os, shlex, subprocess

FLAGS = "-l -a"

def safe(host):
    os.system("ls " + FLAGS)
    subprocess.run(["ping", "-c", "1", host])
    os.system(f"ping -c {int(host)} {shlex.quote(host)}")
    cursor.exec(host)
`,
      note: "Constants, an argument list, numbers and quoted values",
    },
    {
      file: "server.ts",
      code: `import { execFile, exec } from "node:child_process";
execFile("git", ["log", path]);
exec("git status --short");
const found = /x(.*)/.exec(path); // exec(path)
function spawn(x: string) { return x; }
spawn(path + ";", { shell: true });
`,
      note: "No shell, a constant, an expression's exec, a function of the file's own",
    },
  ],
} satisfies Rule<SyntaxTree>;
