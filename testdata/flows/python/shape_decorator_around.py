# A decorator of the program's own lies around the tool.
import functools
import os
import time

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("timed")


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.monotonic()
        try:
            return function(*args, **kwargs)
        finally:
            print(time.monotonic() - start)

    return wrapper


@mcp.tool()
@timed
def touch(name: str) -> str:
    os.system(f"touch {name}")  # expect: proven shell
    return "Touched"
