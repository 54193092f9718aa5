# The last part alone is taken.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("templates")
FOLDER = "/srv/templates"


@mcp.tool()
def template(name: str) -> str:
    """Returns a template."""
    clean = os.path.basename(name)
    with open(os.path.join(FOLDER, clean)) as file:
        return file.read()
