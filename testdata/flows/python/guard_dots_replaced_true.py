# All but letters and digits go.
import re
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pages")
PAGES = Path("/srv/pages")


@mcp.tool()
def page(name: str) -> str:
    clean = re.sub(r"[^A-Za-z0-9]", "", name)
    return (PAGES / f"{clean}.md").read_text()
