# A word that begins with a dash is refused.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git")


@mcp.tool()
def fetch(remote: str) -> str:
    if remote.startswith("-"):
        raise ValueError("Not a remote")
    return subprocess.check_output(["git", "fetch", remote], text=True)
