# What is decoded is checked behind that.
import os
from urllib.parse import unquote

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pages")


@mcp.tool()
def page(name: str) -> str:
    """Returns a page."""
    name = unquote(name)
    name = os.path.basename(name)
    with open("/srv/pages/" + name) as file:
        return file.read()
