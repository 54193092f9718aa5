# Where it is no number it stays as it was sent.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("processes")


@mcp.tool()
def kill(pid: str) -> str:
    """Ends a process."""
    try:
        number = int(pid)
    except ValueError:
        number = pid
    os.system(f"kill {number}")  # expect: proven shell
    return "Sent"
