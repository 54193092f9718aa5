# Dots and absolute paths are refused.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("exports")


@mcp.tool()
def export(name: str, text: str) -> str:
    """Writes an export."""
    if ".." in name or os.path.isabs(name):
        raise ValueError("Bad name")
    path = os.path.join("/srv/exports", name)
    with open(path, "w") as file:
        file.write(text)
    return path
