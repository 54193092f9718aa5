// Python: how a server is asked.

import type { Shape } from "./matrix.ts";

const FAST = "from mcp.server.fastmcp import FastMCP";

function shape(name: string, text: string): Shape {
  return { name, files: { "server.py": text } };
}

export const PYTHON_SHAPES: readonly Shape[] = [
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
