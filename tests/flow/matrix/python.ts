// Python.

import type { Deed, Language, Part, Shape } from "./matrix.ts";

const FAST = "from mcp.server.fastmcp import FastMCP";

function shape(name: string, text: string): Shape {
  return { name, files: { "server.py": text } };
}

const SHAPES: readonly Shape[] = [
  shape(
    "a tool",
    `${FAST}
IMPORTS

mcp = FastMCP("s")


@mcp.tool()
def t(value: str) -> str:
    """Does it."""
    BODY
    return "done"
`,
  ),
  shape(
    "an asynchronous tool with a context",
    `from mcp.server.fastmcp import Context, FastMCP
IMPORTS

mcp = FastMCP("s")


@mcp.tool(name="t", description="Does it")
async def t(ctx: Context, value: str = "a") -> str:
    await ctx.info("Doing it")
    BODY
    return "done"
`,
  ),
  shape(
    "a prompt",
    `${FAST}
IMPORTS

mcp = FastMCP("s")


@mcp.prompt()
def p(value: str) -> str:
    BODY
    return "Ask"
`,
  ),
  shape(
    "a resource with a template",
    `${FAST}
IMPORTS

mcp = FastMCP("s")


@mcp.resource("s://{value}")
def r(value: str) -> str:
    BODY
    return "done"
`,
  ),
  shape(
    "add_tool",
    `from fastmcp import FastMCP
IMPORTS


def t(value: str) -> str:
    BODY
    return "done"


mcp = FastMCP("s")
mcp.add_tool(t)
`,
  ),
  shape(
    "call_tool with conditions",
    `from mcp.server import Server
IMPORTS

server = Server("s")


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list:
    if name == "t":
        value = arguments["value"]
        BODY
        return []
    raise ValueError(f"Unknown tool: {name}")
`,
  ),
  shape(
    "call_tool with match",
    `from mcp.server.lowlevel import Server
IMPORTS

server = Server("s")


@server.call_tool()
async def call_tool(name: str, arguments: dict | None) -> list:
    match name:
        case "t":
            value = (arguments or {}).get("value", "")
            BODY
            return []
        case _:
            raise ValueError("Unknown tool")
`,
  ),
  shape(
    "call_tool with a dictionary of functions",
    `from mcp.server import Server
IMPORTS

server = Server("s")


async def t(arguments: dict) -> list:
    value = arguments.get("value")
    BODY
    return []


HANDLERS = {"t": t}


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list:
    handler = HANDLERS.get(name)
    if handler is None:
        raise ValueError("Unknown tool")
    return await handler(arguments)
`,
  ),
  shape(
    "a Pydantic model",
    `from pydantic import BaseModel
${FAST}
IMPORTS


class Input(BaseModel):
    value: str
    count: int = 1


mcp = FastMCP("s")


@mcp.tool()
def t(input: Input) -> str:
    value = input.value
    BODY
    return "done"
`,
  ),
  shape(
    "a class that registers its methods",
    `${FAST}
IMPORTS


class Tools:
    def __init__(self) -> None:
        self.mcp = FastMCP("s")
        self.mcp.tool()(self.run)

    def run(self, value: str) -> str:
        BODY
        return "done"


tools = Tools()
`,
  ),
  shape(
    "tools within a function",
    `${FAST}
IMPORTS


def register(mcp: FastMCP) -> None:
    @mcp.tool()
    async def t(value: str) -> str:
        BODY
        return "done"


def main() -> None:
    mcp = FastMCP("s")
    register(mcp)
    mcp.run()
`,
  ),
  shape(
    "a route",
    `from flask import Flask, request
IMPORTS

app = Flask("s")


@app.route("/t", methods=["POST"])
def t():
    value = request.json["value"]
    BODY
    return "done"
`,
  ),
  {
    name: "a function of another file",
    files: {
      "server.py": `${FAST}
import tools

mcp = FastMCP("s")


@mcp.tool()
def t(value: str) -> str:
    tools.run(value)
    return "done"
`,
      "tools.py": `IMPORTS


def run(value: str) -> None:
    BODY
`,
    },
  },
];

const part = (imports: string, body: string): Part => ({ imports, body });
const ALLOWED = `if value not in ("a", "b"):
    raise ValueError("Not allowed")`;

const DEEDS: readonly Deed[] = [
  {
    name: "a shell",
    kind: "shell",
    vulnerable: part("import subprocess", 'subprocess.run(f"ls {value}", shell=True)'),
    hardened: part("import subprocess", 'subprocess.run(["ls", "--", value])'),
  },
  {
    name: "a shell of os",
    kind: "shell",
    vulnerable: part("import os", 'os.system("ls %s" % value)'),
    hardened: part("import os\nimport shlex", 'os.system("ls -- %s" % shlex.quote(value))'),
  },
  {
    name: "an argument",
    kind: "argument",
    vulnerable: part("import subprocess", 'subprocess.check_output(["git", "log", value])'),
    hardened: part("import subprocess", 'subprocess.check_output(["git", "log", "--", value])'),
  },
  {
    name: "code",
    kind: "code",
    vulnerable: part("", "eval(value)"),
    hardened: part("import ast", "ast.literal_eval(value)"),
  },
  {
    name: "a file that is read",
    kind: "path",
    vulnerable: part(
      "import os",
      `
with open(os.path.join("/srv/data", value)) as file:
    file.readline()
`,
    ),
    hardened: part(
      "import os",
      `
full = os.path.realpath(os.path.join("/srv/data", value))
if not full.startswith("/srv/data" + os.sep):
    raise ValueError("Outside")
with open(full) as file:
    file.readline()
`,
    ),
  },
  {
    name: "a file that is written",
    kind: "path",
    vulnerable: part("from pathlib import Path", 'Path(value).write_text("text")'),
    hardened: part(
      "from pathlib import Path",
      `
full = (Path("/srv/data") / value).resolve()
if not full.is_relative_to("/srv/data"):
    raise ValueError("Outside")
full.write_text("text")
`,
    ),
  },
  {
    name: "a URL",
    kind: "url",
    vulnerable: part("import requests", "requests.get(value)"),
    hardened: part("import requests", 'requests.get(f"https://api.example.com/{value}")'),
  },
  {
    name: "a host",
    kind: "url",
    vulnerable: part("import httpx", 'httpx.get("https://" + value + "/status")'),
    hardened: part(
      "import httpx\nfrom urllib.parse import urlparse",
      `
if urlparse(value).hostname not in {"api.example.com"}:
    raise ValueError("Another host")
httpx.get(value)
`,
    ),
  },
  {
    name: "SQL",
    kind: "sql",
    vulnerable: part(
      "import sqlite3",
      `
connection = sqlite3.connect("/srv/notes.db")
connection.execute(f"SELECT * FROM t WHERE a = '{value}'")
`,
    ),
    hardened: part(
      "import sqlite3",
      `
connection = sqlite3.connect("/srv/notes.db")
connection.execute("SELECT * FROM t WHERE a = ?", (value,))
`,
    ),
  },
  {
    name: "objects out of bytes",
    kind: "deserialization",
    vulnerable: part("import base64\nimport pickle", "pickle.loads(base64.b64decode(value))"),
    hardened: part("import json", "json.loads(value)"),
  },
  {
    name: "YAML",
    kind: "deserialization",
    vulnerable: part("import yaml", "yaml.load(value, Loader=yaml.UnsafeLoader)"),
    hardened: part("import yaml", "yaml.load(value, Loader=yaml.SafeLoader)"),
  },
  {
    name: "a template",
    kind: "template",
    vulnerable: part("from jinja2 import Template", "Template(value).render()"),
    hardened: part("from jinja2 import Template", 'Template("Hello {{ v }}").render(v=value)'),
  },
  {
    name: "a module",
    kind: "module",
    vulnerable: part("import importlib", "importlib.import_module(value)"),
    hardened: part("import importlib", `${ALLOWED}\nimportlib.import_module(value)`),
  },
];

export const PYTHON: Language = { name: "python", shapes: SHAPES, deeds: DEEDS };
