# It ends only where both values are bad.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pairs")
FROM, TO = ("a", "b"), ("c", "d")


@mcp.tool()
def link(source: str, target: str) -> str:
    """Links two."""
    if source not in FROM and target not in TO:
        raise ValueError("Unknown")
    os.system(f"linkctl {source} {target}")  # expect: proven shell
    return "Linked"
