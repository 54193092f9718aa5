# Where it is no number the tool ends.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("processes")


@mcp.tool()
def kill(pid: str) -> str:
    """Ends a process."""
    try:
        number = int(pid)
    except ValueError:
        return "Not a process"
    os.system(f"kill {number}")
    return "Sent"
