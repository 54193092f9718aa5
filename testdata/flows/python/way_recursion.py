# A function that calls itself with a part of what it was given.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("trees")


def remove(paths: list[str]) -> int:
    if not paths:
        return 0
    head, *tail = paths
    os.unlink(head)  # expect: proven path
    return 1 + remove(tail)


@mcp.tool()
def remove_all(paths: list[str]) -> int:
    return remove(paths)
