# The check runs in a thread: what it refuses is not what comes behind it.
import asyncio
import re
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("thread")


def check(name: str) -> None:
    if not re.fullmatch(r"[a-z]+", name):
        raise ValueError("Not a name")


@mcp.tool()
async def build(name: str) -> str:
    await asyncio.to_thread(check, name)
    subprocess.run(f"make {name}", shell=True)
    return "Done"
