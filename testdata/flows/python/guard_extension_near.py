# The end of the name is checked; the way to it is not.
import re
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("wiki")
WIKI = Path("/srv/wiki")


@mcp.tool()
def write_page(name: str, text: str) -> str:
    """Writes a page."""
    if not name.endswith(".md"):
        raise ValueError("Bad name")
    (WIKI / name).write_text(text)  # expect: proven path
    return "Written"
