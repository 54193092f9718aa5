# The program is one of a few, and there is no shell.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("tools")


@mcp.tool()
def run(line: str) -> str:
    """Runs a line."""
    if line not in ("ls", "df"):
        raise ValueError("Not allowed")
    done = subprocess.run([line], capture_output=True)
    return done.stdout.decode()
