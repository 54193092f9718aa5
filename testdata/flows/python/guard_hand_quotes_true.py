# Quotes by the library.
import shlex
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git")


@mcp.tool()
def commit(message: str) -> str:
    """Commits what is staged."""
    command = f"git commit -m {shlex.quote(message)}"
    subprocess.run(command, shell=True, check=True)
    return "Committed"
