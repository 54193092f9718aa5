import type { Match, Rule } from "../../core/mod.ts";
import type { NodeId, SyntaxTree } from "../../syntax/mod.ts";
import { type Call, callAt } from "./calls.ts";
import { parameterIn } from "./parameters.ts";
import { textOf, wordsOf } from "./shell_calls.ts";
import { START_KEYWORDS } from "./start_calls.ts";
import { describeValue, isLiteral, worstValue } from "./values.ts";
import { visitCalls } from "./visits.ts";
import { writtenTo } from "./written_files.ts";

/** Interpreters by name, and the flags after which they take code. */
const INTERPRETERS: readonly { program: RegExp; flags: ReadonlySet<string> }[] = [
  { program: /^python[\d.]{0,5}$|^pypy3?$|^uv$/, flags: new Set(["-c"]) },
  { program: /^(?:node|nodejs|bun|tsx)$/, flags: new Set(["-e", "--eval", "-p", "--print"]) },
  { program: /^deno$/, flags: new Set(["eval"]) },
  { program: /^(?:ruby|perl|lua|julia|Rscript|osascript)$/, flags: new Set(["-e", "-E"]) },
  { program: /^(?:ba|z|da)?sh$/, flags: new Set() },
  { program: /^php$/, flags: new Set(["-r"]) },
];

/** Programs whose path the running interpreter tells. */
const OWN_INTERPRETERS =
  /^(?:sys\.executable|process\.execPath|process\.argv0|Deno\.execPath\(\))$/;
const OWN_FLAGS = new Set(["-c", "-e", "--eval", "eval"]);
/** Words looked at. */
const MAX_WORDS = 60;

function where(tree: SyntaxTree, node: NodeId): Match | undefined {
  const call = callAt(tree, node);
  const words = call && wordsOf(call);
  const [program] = words?.nodes ?? [];
  if (!words || program === undefined) return undefined;
  const flags = flagsOf(tree, program);
  if (!flags) return undefined;
  const flag = words.nodes.findIndex((word, i) =>
    i > 0 && i < MAX_WORDS && flags.has(textOf(tree, word) ?? "")
  );
  const code = flag < 0 ? undefined : words.nodes[flag + 1];
  if (code === undefined) return ofScript(call!, words.nodes.slice(1, MAX_WORDS));
  const worst = worstValue(tree, [code]);
  if (!worst) return undefined;
  return {
    span: tree.span(code),
    message: `"${call.callee}" gives an interpreter code with ${
      describeValue(tree, worst.node)
    } in it`,
    ...((worst.origin !== "open" || isLiteral(tree, worst.node)) &&
      { severity: "low", confidence: "low" }),
  };
}

/** The script is a file that was written just before. */
function ofScript({ tree, callee }: Call, words: readonly NodeId[]): Match | undefined {
  for (const word of words) {
    for (const content of writtenTo(tree, word)) {
      const worst = worstValue(tree, [content]);
      if (worst?.origin !== "open" || !parameterIn(tree, worst.node)) continue;
      return {
        span: tree.span(word),
        message: `"${callee}" runs a script that was written with ${
          describeValue(tree, worst.node)
        } in it`,
        related: [{ span: tree.span(content), message: "Written here" }],
      };
    }
  }
  return undefined;
}

function flagsOf(tree: SyntaxTree, program: NodeId): ReadonlySet<string> | undefined {
  const text = textOf(tree, program);
  if (text === undefined) {
    return OWN_INTERPRETERS.test(tree.textOf(program).slice(0, 40)) ? OWN_FLAGS : undefined;
  }
  const name = text.slice(-200).split(/[\\/]/).at(-1)!.replace(/\.exe$/i, "");
  return INTERPRETERS.find((each) => each.program.test(name))?.flags;
}

export default {
  id: "interpreter-code-from-value",
  family: "command-injection",
  title: "Code for an interpreter built from a value",
  why:
    "Python, Node, osascript and others run what follows their flag for code: a value in it ends " +
    "the string it stands in, and its sender runs code as the user of the server.",
  fix: "Keep the code constant and pass values as further arguments, which it reads from argv.",
  limits:
    "Knows interpreters by the name they are started with, and a script that is written first where " +
    "both name its path alike.",
  severity: "high",
  confidence: "medium",
  cwe: ["CWE-94", "CWE-78"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050", "AML.T0053"],
  since: "0.1.0",
  tags: ["injection"],
  matcher: visitCalls(START_KEYWORDS, where),
  sinks: ["interpreter"],
  bad: [
    {
      file: "server.py",
      code: `import subprocess, sys

@mcp.tool()
def calculate(expression: str):
    return subprocess.check_output([sys.executable, "-c", f"print({expression})"])
`,
      note: "An expression in the code of another Python",
    },
    {
      file: "tool.py",
      code: `import subprocess, tempfile

@mcp.tool()
def run(code: str):
    with tempfile.NamedTemporaryFile(suffix=".py", delete=False) as script:
        script.write(code.encode())
        place = script.name
    return subprocess.check_output(["python3", place])
`,
      note: "Written to a file, which is run",
    },
    {
      file: "server.ts",
      code: `import { execFile } from "node:child_process";
server.tool("notify", shape, async ({ text }) => {
  execFile("osascript", ["-e", \`display notification "\${text}"\`]);
});
`,
      note: "Text inside AppleScript",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import subprocess, sys

SCRIPT = "import sys; print(sys.argv[1].upper())"

def upper(text: str):
    return subprocess.check_output([sys.executable, "-c", SCRIPT, text])
`,
      note: "Constant code, the value as an argument",
    },
    {
      file: "server.ts",
      code: `import { execFile } from "node:child_process";
execFile("osascript", ["-e", 'return "ok"', text]);
execFile("git", ["-c", setting, "log"]);
`,
      note: "Constant code, and a flag that means something else",
    },
  ],
} satisfies Rule<SyntaxTree>;
