# The low-level server: handlers in a dictionary, by the tool's name.
import asyncio

from mcp.server import Server
from mcp.types import TextContent

server = Server("tasks")


async def run_task(arguments: dict) -> str:
    process = await asyncio.create_subprocess_shell(arguments["command"])  # expect: proven shell
    return str(await process.wait())


async def list_tasks(arguments: dict) -> str:
    return "build, test"


HANDLERS = {"run": run_task, "list": list_tasks}


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[TextContent]:
    handler = HANDLERS.get(name)
    if handler is None:
        raise ValueError("Unknown tool")
    return [TextContent(type="text", text=await handler(arguments))]
