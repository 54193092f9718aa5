# Nobody gives anything but the default.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("defaults")


def _listing(folder: str = "/srv") -> list[str]:
    return os.listdir(folder)


@mcp.tool()
def home(folder: str) -> list[str]:
    return _listing() if folder == "" else []
