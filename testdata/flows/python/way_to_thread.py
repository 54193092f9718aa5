# The call goes to another thread.
import asyncio
import shutil

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("threads")


@mcp.tool()
async def remove(folder: str) -> str:
    """Removes a folder."""
    await asyncio.to_thread(shutil.rmtree, folder)  # expect: proven path
    return "Removed"
