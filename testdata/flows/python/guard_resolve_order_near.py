# The prefix is checked first, and the path is resolved behind it: dots climb out.
import os

from fastmcp import FastMCP

mcp = FastMCP("reports")
BASE = os.path.abspath("reports")


@mcp.tool
def report(name: str) -> str:
    """Returns a report."""
    path = os.path.join(BASE, name)
    if not path.startswith(BASE + os.sep):
        raise PermissionError(name)
    path = os.path.realpath(path)
    with open(path) as handle:  # expect: proven path
        return handle.read()
