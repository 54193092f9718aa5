# Whoever calls may switch the check off.
import shutil

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("cleanup")
FOLDERS = ["/tmp/cache", "/tmp/build"]


@mcp.tool()
def clear(folder: str, force: bool = False) -> str:
    """Removes a folder."""
    if folder not in FOLDERS and not force:
        return "Not one of the folders"
    shutil.rmtree(folder)  # expect: proven path
    return "Removed"
