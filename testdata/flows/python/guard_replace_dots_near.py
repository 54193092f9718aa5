# Taking `../` out once leaves another one of `....//`.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("templates")
FOLDER = "/srv/templates"


@mcp.tool()
def template(name: str) -> str:
    """Returns a template."""
    clean = name.replace("../", "")
    with open(os.path.join(FOLDER, clean)) as file:  # expect: proven path
        return file.read()
