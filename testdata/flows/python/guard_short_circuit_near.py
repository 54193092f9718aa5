# `or` reaches the command where the name is not known.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("doors")
DOORS = {"front", "back"}


@mcp.tool()
def open_door(door: str) -> bool:
    """Opens a door."""
    return door in DOORS or os.system(f"doorctl open {door}") == 0  # expect: proven shell
