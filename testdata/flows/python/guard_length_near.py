# A short text may still be a command.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("screen")


@mcp.tool()
def brightness(level: str) -> str:
    """Sets the brightness."""
    if len(level) > 20:
        raise ValueError("Bad level")
    os.system(f"brightnessctl set {level}")  # expect: proven shell
    return "Set"
