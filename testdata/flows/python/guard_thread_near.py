# The check that runs in a thread is of the other argument.
import asyncio
import re
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("thread")


def check(name: str, target: str) -> None:
    if not re.fullmatch(r"[a-z]+", target):
        raise ValueError("Not a name")


@mcp.tool()
async def build(name: str, target: str) -> str:
    await asyncio.to_thread(check, name, target)
    subprocess.run(f"make {name}", shell=True)  # expect: proven shell
    return "Done"
