# The argument given before is what the check refuses; what comes behind it is a number.
import re
import subprocess
from functools import partial

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("partial")


def start(name: str, count: int) -> None:
    if not re.fullmatch(r"[a-z]+", name):
        raise ValueError("Not a name")
    subprocess.run(f"nice -n {count} make {name}", shell=True)


@mcp.tool()
def build(name: str, count: int) -> str:
    partial(start, name)(count)
    return "Done"
