# A value that begins with a dash is refused.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("history")


@mcp.tool()
def show(revision: str) -> str:
    """Shows a revision."""
    if revision.startswith("-"):
        raise ValueError("Not a revision")
    return subprocess.check_output(["git", "show", revision], text=True)
