# A number within bounds.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("screen")


@mcp.tool()
def brightness(level: str) -> str:
    """Sets the brightness."""
    if not level.isdigit() or int(level) > 100:
        raise ValueError("Bad level")
    os.system(f"brightnessctl set {level}")
    return "Set"
