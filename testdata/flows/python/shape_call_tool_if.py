# The low-level server: one function for all tools, told apart by name.
import subprocess

from mcp.server import Server
from mcp.types import TextContent, Tool

app = Server("git")


@app.list_tools()
async def list_tools() -> list[Tool]:
    schema = {"type": "object", "properties": {"ref": {"type": "string"}}}
    return [
        Tool(name="show", description="Shows a commit", inputSchema=schema),
        Tool(name="count", description="Counts commits", inputSchema={"type": "object"}),
    ]


@app.call_tool()
async def call_tool(name: str, arguments: dict) -> list[TextContent]:
    if name == "show":
        ref = arguments["ref"]
        text = subprocess.getoutput(f"git show {ref}")  # expect: proven shell
    elif name == "count":
        text = subprocess.getoutput("git rev-list --count HEAD")
    else:
        raise ValueError(f"Unknown tool: {name}")
    return [TextContent(type="text", text=text)]
