import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "path-traversal",
  family: "data-flow",
  title: "A caller's value names a file without bounds",
  why:
    "A path with `..`, or an absolute one, leads out of the folder that is meant: whoever steers " +
    "the model reads keys and configurations, or writes what is run next.",
  fix:
    "Resolve the path first, then check that it lies in the allowed folder (`is_relative_to`, or " +
    "a prefix that ends with a separator), and use the resolved path.",
  limits: "Follows values through the functions and files of the target; a check that another " +
    "process makes is not seen. A server that is meant to open any file is reported too. " +
    "Where only the folder is chosen and the name of the file is fixed, the severity is one step lower.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-22", "CWE-73"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["path"],
  bad: [
    {
      file: "server.py",
      code: `import os
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
ROOT = "/srv/notes"

@mcp.tool()
def read_note(name: str) -> str:
    path = os.path.join(ROOT, name)
    with open(path) as file:
        return file.read()
`,
      note: "A join keeps no one inside: `../../etc/passwd`",
    },
    {
      file: "server.py",
      code: `from pathlib import Path

ROOT = Path("/srv/notes").resolve()

def checked(name: str) -> Path:
    path = (ROOT / name).resolve()
    if not str(path).startswith("/srv/notes"):
        raise ValueError("Outside")
    return path

@mcp.tool()
def read_note(name: str) -> str:
    return checked(name).read_text()
`,
      note: "A prefix without a separator also allows `/srv/notes-private`",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `from pathlib import Path

ROOT = Path("/srv/notes").resolve()

def checked(name: str) -> Path:
    path = (ROOT / name).resolve()
    if not path.is_relative_to(ROOT):
        raise ValueError("Outside")
    return path

@mcp.tool()
def read_note(name: str) -> str:
    return checked(name).read_text()
`,
      note: "Resolved, then checked, in a function of its own",
    },
    {
      file: "server.py",
      code: `NOTES = {"todo": "/srv/notes/todo.md", "log": "/srv/notes/log.md"}

@mcp.tool()
def read_note(name: str) -> str:
    if name not in NOTES:
        raise ValueError("No such note")
    with open(f"/srv/notes/{name}.md") as file:
        return file.read()
`,
      note: "One of a fixed list",
    },
  ],
} satisfies Rule<SyntaxTree>;
