# Dots are refused, but `os.path.join` drops the folder where an absolute path follows.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("exports")


@mcp.tool()
def export(name: str, text: str) -> str:
    """Writes an export."""
    if ".." in name:
        raise ValueError("Bad name")
    path = os.path.join("/srv/exports", name)
    with open(path, "w") as file:  # expect: proven path
        file.write(text)
    return path
