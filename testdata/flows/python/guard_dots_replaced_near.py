# "....//" becomes "../" when the dots in its middle go.
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pages")
PAGES = Path("/srv/pages")


@mcp.tool()
def page(name: str) -> str:
    clean = name.replace("../", "")
    return (PAGES / clean).read_text()  # expect: proven path
