# The path is resolved first, and its prefix is checked behind that.
import os

from fastmcp import FastMCP

mcp = FastMCP("reports")
BASE = os.path.abspath("reports")


@mcp.tool
def report(name: str) -> str:
    """Returns a report."""
    path = os.path.join(BASE, name)
    path = os.path.realpath(path)
    if not path.startswith(BASE + os.sep):
        raise PermissionError(name)
    with open(path) as handle:
        return handle.read()
