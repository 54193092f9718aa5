"""The runner without the faults: the scanner must find nothing here."""

import ast
import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mcp.server import Server
from mcp.server.stdio import stdio_server
from mcp.types import TextContent, Tool

server = Server("runner")
PROGRAMS = {"git": "/usr/bin/git", "make": "/usr/bin/make"}
UPPER = "import sys; print(sys.argv[1].upper())"
# Files that no tool may read, whatever it is asked for.
DENIED_PATHS = ["~/.bash_history", "~/.ssh/id_ed25519", "/etc/shadow"]
pages = Environment(loader=FileSystemLoader(Path(__file__).parent / "pages"))


@server.list_tools()
async def list_tools() -> list[Tool]:
    return [
        Tool(
            name="ping",
            description="Sends one packet to a host",
            inputSchema={"type": "object", "properties": {"host": {"type": "string"}}},
        ),
    ]


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[TextContent]:
    match name:
        case "ping":
            process = await asyncio.create_subprocess_exec(
                "ping", "-c", "1", "--", arguments["host"],
                stdout=asyncio.subprocess.PIPE,
            )
            out, _ = await process.communicate()
            return text(out.decode())
        case "start":
            return text(subprocess.run(["git", "--version"], text=True, timeout=60, env={**os.environ, "LANG": "C"}).stdout)
        case "calculate":
            # eval(arguments["sum"]) would run any code.
            return text(str(ast.literal_eval(arguments["value"])))
        case "python":
            return text(subprocess.check_output([sys.executable, "-c", UPPER, arguments["word"]], text=True, timeout=60))
        case "render":
            return text(pages.get_template("page.html").render(title=arguments["title"]))
        case "restore":
            return text(json.dumps(json.loads(arguments["state"])))
        case "logs":
            return text(subprocess.check_output(["docker", "exec", "web", "tail", "-n", "50", "--", "/var/log/web.log"], text=True, timeout=60))
        case "diagnose":
            return text(json.dumps({"level": os.environ.get("LOG_LEVEL", "info")}))
        case "allowed":
            return text(str(os.path.expanduser(arguments["path"]) not in DENIED_PATHS))
    raise ValueError(f"Unknown tool: {name}")


def text(value: str) -> list[TextContent]:
    return [TextContent(type="text", text=value)]


async def main() -> None:
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


if __name__ == "__main__":
    asyncio.run(main())
