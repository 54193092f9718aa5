import type { Match, Rule, SyntaxVisit } from "../../core/mod.ts";
import { fullName, type NodeId, type SyntaxTree, textPieces } from "../../syntax/mod.ts";
import { SHELL_KEYWORDS, shellCall } from "./shell_calls.ts";

/** Calls whose result a shell takes as one word, or as a number. */
const QUOTING = new Set([
  "shlex.quote",
  "pipes.quote",
  "shlex.join",
  "shell-quote.quote",
  "shell-escape",
  "shescape.quote",
  "int",
  "float",
  "len",
  "Number",
  "parseInt",
  "parseFloat",
]);

/** Values that the machine gives, not the caller. */
const FIXED = new Set([
  "sys.executable",
  "process.execPath",
  "process.pid",
  "process.ppid",
  "process.platform",
  "process.arch",
  "process.cwd",
  "os.platform",
  "os.arch",
  "os.homedir",
  "os.tmpdir",
  "os.getcwd",
  "os.getpid",
  "tempfile.gettempdir",
  "__dirname",
  "__filename",
  "__file__",
]);

/** Values that whoever starts the server gives. */
const ENVIRONMENT = /^(?:process\.env\.|os\.environ\.|os\.getenv$|os\.Getenv$|Deno\.env\.get$)/;

type Origin = "open" | "environment" | "harmless";

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = shellCall(tree, node);
  if (!call) return undefined;
  const values = call.parts
    .flatMap((part) => textPieces(tree, part))
    .flatMap((piece) => piece.kind === "unknown" ? [piece.node] : [])
    .map((value) => ({ value, origin: originOf(tree, value) }))
    .filter(({ origin }) => origin !== "harmless");
  const worst = values.find(({ origin }) => origin === "open") ?? values[0];
  if (!worst) return undefined;
  return {
    // Up to the command: a callback behind it may hold further calls, and is no part of this one.
    span: { start: tree.span(node).start, end: tree.span(call.parts.at(-1)!).end },
    message: `"${call.callee}" gives a shell a command line with ${
      nameOf(tree, worst.value)
    } in it`,
    ...(worst.origin === "environment" && { severity: "low", confidence: "low" }),
  };
}

function originOf(tree: SyntaxTree, node: NodeId): Origin {
  const kind = tree.kind(node);
  const isCall = kind === "call" || kind === "call_expression";
  const callee = isCall ? tree.child(node, "function") : node;
  const name = callee === undefined ? undefined : fullName(tree, callee);
  if (name === undefined) return "open";
  if (FIXED.has(name) || (isCall && QUOTING.has(name))) return "harmless";
  return ENVIRONMENT.test(name) ? "environment" : "open";
}

const LONGEST_NAME = 60;

/** A name as it stands, anything longer in general words. */
function nameOf(tree: SyntaxTree, node: NodeId): string {
  const text = tree.textOf(node);
  const plain = text.length <= LONGEST_NAME && /^[\w.$[\]"']+$/.test(text);
  return plain ? `the value of "${text.replaceAll('"', "'")}"` : "a computed value";
}

function visit(
  language: "python" | "javascript" | "typescript" | "tsx" | "go",
): SyntaxVisit<SyntaxTree> {
  return {
    keywords: SHELL_KEYWORDS[language]!,
    nodes: [language === "python" ? "call" : "call_expression"],
    where,
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
    "function or file builds counts as a value too.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-78"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050", "AML.T0053"],
  since: "0.1.0",
  tags: ["injection"],
  matcher: {
    kind: "syntax",
    languages: {
      python: visit("python"),
      javascript: visit("javascript"),
      typescript: visit("typescript"),
      tsx: visit("tsx"),
      go: visit("go"),
    },
  },
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
