# A default is the server's own, what is given instead is not.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("defaults")


def listing(folder: str = "/srv") -> list[str]:
    return os.listdir(folder)  # expect: proven path


@mcp.tool()
def home() -> list[str]:
    return listing()


@mcp.tool()
def other(folder: str) -> list[str]:
    return listing(folder)
