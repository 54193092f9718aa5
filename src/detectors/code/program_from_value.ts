import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { callAt, elementsOf } from "./calls.ts";
import { parameterIn } from "./parameters.ts";
import { shellCall, wordsOf } from "./shell_calls.ts";
import { START_KEYWORDS } from "./start_calls.ts";
import { describeValue, worstValue } from "./values.ts";
import { visitCalls } from "./visits.ts";

/** Calls that cut one text into words: whoever writes the text names the program. */
const SPLITTING = new Set([
  "shlex.split",
  "shell-quote.parse",
  "string-argv",
  "parseArgsStringToArgv",
]);

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  const words = call && wordsOf(call);
  const program = words?.nodes[0];
  if (!words || program === undefined || shellCall(tree, node)) return undefined;
  const worst = worstValue(tree, [program]);
  const parameter = worst?.origin === "open" ? parameterIn(tree, worst.node) : undefined;
  if (!worst || !parameter) return undefined;
  // A list under a name is put together elsewhere, and its first word may well be fixed there.
  const [argument] = words.arguments_;
  const wholeList = tree.language === "python" && argument === program &&
    !elementsOf(tree, argument) && !isSplit(tree, program);
  if (wholeList) return undefined;
  return {
    span: { start: tree.span(node).start, end: tree.span(argument ?? node).end },
    message: `"${call.callee}" starts the program that ${describeValue(tree, worst.node)} names`,
    // A function in between may be given fixed programs only.
    ...(!parameter.handler && { confidence: "low" }),
  };
}

function isSplit(tree: SyntaxTree, node: NodeId): boolean {
  const call = callAt(tree, node);
  return call !== undefined && (SPLITTING.has(call.callee) || call.method === "split");
}

export default {
  id: "program-from-value",
  family: "command-injection",
  title: "A caller's value names the program to start",
  why:
    "No shell is needed where the value is the program itself: whoever chooses it, and through a " +
    "prompt that can be anyone, runs any program on the machine.",
  fix: "Choose the program from a fixed list by a key; take only its arguments from the caller.",
  limits:
    "Follows the value to a parameter within the file; a list of fixed programs that is checked " +
    "before the call is not seen, and neither is a whole argument list under one name in Python.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-78"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050", "AML.T0053"],
  since: "0.1.0",
  tags: ["injection"],
  matcher: visitCalls(START_KEYWORDS, where),
  sinks: ["program"],
  bad: [
    {
      file: "server.py",
      code: `import asyncio, shlex, subprocess

@mcp.tool()
async def run(command: str, program: str):
    subprocess.run(shlex.split(command), capture_output=True)
    await asyncio.create_subprocess_exec(program, "--version")
`,
      note: "A command line cut into words, and a program by name",
    },
    {
      file: "server.ts",
      code: `import { execFile } from "node:child_process";
server.registerTool("run", config, async ({ program, args }) => execFile(program, args));
`,
      note: "The program out of the tool's arguments",
    },
    {
      file: "server.go",
      code: `package main

import "os/exec"

func run(ctx context.Context, request mcp.CallToolRequest) ([]byte, error) {
	program := request.GetString("program", "")
	return exec.CommandContext(ctx, program, "--help").Output()
}
`,
      note: "The program out of a request",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import shutil, subprocess, sys

PYTHON = shutil.which("python3") or sys.executable

def show(path: str):
    subprocess.run([PYTHON, "-m", "json.tool", path])
    subprocess.run(["git", "log", "--", path])
`,
      note: "Programs that the server looks up or knows",
    },
    {
      file: "server.ts",
      code: `import { spawn } from "node:child_process";
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const run = (name: string) => spawn(npm, ["view", name]);
`,
      note: "One of two fixed programs",
    },
  ],
} satisfies Rule<SyntaxTree>;
