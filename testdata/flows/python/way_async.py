# Awaited helpers, several at once.
import asyncio

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("shells")


async def start(line: str) -> int:
    process = await asyncio.create_subprocess_shell(line)  # expect: proven shell
    return await process.wait()


@mcp.tool()
async def both(first: str, second: str) -> list[int]:
    return list(await asyncio.gather(start(first), start("echo " + second)))
