# What is checked is decoded behind the check: %2e%2e passes.
import os
from urllib.parse import unquote

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pages")


@mcp.tool()
def page(name: str) -> str:
    """Returns a page."""
    name = os.path.basename(name)
    name = unquote(name)
    with open("/srv/pages/" + name) as file:  # expect: proven path
        return file.read()
