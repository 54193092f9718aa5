# The list of good ones is made, and the whole list is used.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("tags")
TAGS = ["red", "green"]


@mcp.tool()
def tag(files: str, tags: list[str]) -> str:
    """Tags this server's own files."""
    known = [each for each in tags if each in TAGS]
    os.system("tagctl add " + ",".join(tags))  # expect: proven shell
    return "Tagged"
