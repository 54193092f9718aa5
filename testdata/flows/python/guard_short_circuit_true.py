# `and` reaches the command only where the name is known.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("doors")
DOORS = {"front", "back"}


@mcp.tool()
def open_door(door: str) -> bool:
    """Opens a door."""
    return door in DOORS and os.system(f"doorctl open {door}") == 0
