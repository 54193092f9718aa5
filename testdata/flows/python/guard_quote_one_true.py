# Both values are quoted.
import os
import shlex

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("search")


@mcp.tool()
def search(pattern: str, folder: str) -> int:
    """Searches a folder."""
    return os.system("grep -r -e " + shlex.quote(pattern) + " -- " + shlex.quote(folder))
