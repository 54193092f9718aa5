# Both tools are functions of one name; the second takes the first one's place in the module alone.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("names")


@mcp.tool(name="stop")
def handle(unit: str) -> int:
    """Stops a unit."""
    return os.system(f"systemctl stop {unit}")  # expect: proven shell


@mcp.tool(name="start")
def handle(unit: str) -> int:
    """Starts a unit."""
    return os.system(f"systemctl start {unit}")  # expect: proven shell
