# A number is all that passes.
import os
from typing import Any

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("audio")


@mcp.tool()
def volume(level: Any) -> str:
    """Sets the volume."""
    if not isinstance(level, int):
        raise TypeError("Bad level")
    os.system(f"amixer set Master {level}")
    return "Set"
