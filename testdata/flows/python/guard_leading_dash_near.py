# A value without blanks may still be an option of git.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("history")


@mcp.tool()
def show(revision: str) -> str:
    """Shows a revision."""
    if " " in revision:
        raise ValueError("Not a revision")
    return subprocess.check_output(["git", "show", revision], text=True)  # expect: proven argument
