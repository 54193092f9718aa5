import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "argument-injection",
  family: "data-flow",
  title: "A caller's value may be an option of a program",
  why: "A value that begins with a dash is read as an option: `--upload-pack=…` of git, `-o` of " +
    "curl and many others run programs or write files, without any shell.",
  fix: "Put `--` before the values, or refuse those that begin with a dash.",
  limits: "Does not know which programs have dangerous options.",
  severity: "medium",
  confidence: "medium",
  cwe: ["CWE-88"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0050"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["argument"],
  bad: [
    {
      file: "server.py",
      code: `import subprocess

@mcp.tool()
def log(branch: str) -> str:
    return subprocess.run(["git", "log", branch], capture_output=True, text=True, timeout=60).stdout
`,
      note: "`--output=…` writes a file",
    },
    {
      file: "server.py",
      code: `import subprocess

def git(*words: str) -> str:
    return subprocess.check_output(["git", *words], text=True, timeout=60)

@mcp.tool()
def clone(address: str) -> str:
    return git("clone", address)
`,
      note: "Through a function that takes any number of words",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import subprocess

@mcp.tool()
def log(branch: str) -> str:
    return subprocess.run(["git", "log", "--", branch], capture_output=True, text=True, timeout=60).stdout
`,
      note: "No option behind two dashes",
    },
    {
      file: "server.py",
      code: `import subprocess

@mcp.tool()
def log(count: int, file: str) -> str:
    words = ["git", "log", f"-n{count}", f"--format=%s", f"./{file}"]
    return subprocess.run(words, capture_output=True, text=True, timeout=60).stdout
`,
      note: "A number, and text before the value",
    },
  ],
} satisfies Rule<SyntaxTree>;
