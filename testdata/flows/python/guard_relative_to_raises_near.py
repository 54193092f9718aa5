# `relative_to` raises for what is outside, but on the path as written.
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("assets")
ASSETS = Path("/srv/assets").resolve()


@mcp.tool()
def delete_asset(name: str) -> str:
    """Deletes an asset."""
    target = ASSETS.joinpath(name)
    target.relative_to(ASSETS)
    target.unlink()  # expect: proven path
    return "Deleted"
