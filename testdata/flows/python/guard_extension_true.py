# The name has no slash and the right end.
import re
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("wiki")
WIKI = Path("/srv/wiki")


@mcp.tool()
def write_page(name: str, text: str) -> str:
    """Writes a page."""
    if not re.fullmatch(r"[a-z0-9_-]+\.md", name):
        raise ValueError("Bad name")
    (WIKI / name).write_text(text)
    return "Written"
