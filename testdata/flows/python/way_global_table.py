# A module's dictionary keeps what one tool was sent for another.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("bookmarks")
bookmarks: dict[str, str] = {}


@mcp.tool()
def remember(name: str, folder: str) -> str:
    """Remembers a folder."""
    bookmarks[name] = folder
    return "Remembered"


@mcp.tool()
def show(name: str) -> str:
    """Lists a folder."""
    return os.popen(f"ls {bookmarks[name]}").read()  # expect: proven shell
