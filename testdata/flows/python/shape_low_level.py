# The low-level server dispatches on the tool's name.
import asyncio

import mcp.types as types
from mcp.server import Server

server = Server("git")


@server.list_tools()
async def list_tools() -> list[types.Tool]:
    return [types.Tool(name="clone", description="Clones", inputSchema={"type": "object"})]


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[types.TextContent]:
    if name == "clone":
        address = arguments["url"]
        process = await asyncio.create_subprocess_shell(f"git clone {address}")  # expect: proven shell
        await process.wait()
        return [types.TextContent(type="text", text="Cloned")]
    elif name == "pull":
        process = await asyncio.create_subprocess_shell("git pull")
        await process.wait()
        return [types.TextContent(type="text", text="Pulled")]
    raise ValueError(f"Unknown tool {name[:20]}")
