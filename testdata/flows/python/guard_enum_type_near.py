# An Enum stands in the file, but the parameter is any text.
import os
from enum import Enum

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("lights")


class Room(str, Enum):
    KITCHEN = "kitchen"
    HALL = "hall"


@mcp.tool()
def light_on(room: str) -> str:
    """Switches the light of a room on."""
    os.system(f"lightctl on {room}")  # expect: proven shell
    return "On"
