# A decorator around the handler passes everything on.
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
def compress(folder: str) -> str:
    """Compresses a folder."""
    os.system(f"tar czf out.tgz {folder}")  # expect: proven shell
    return "out.tgz"
