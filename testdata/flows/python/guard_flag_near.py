# The flag is found out, and another is asked.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("lamps")
LAMPS = ("desk", "door")


@mcp.tool()
def lamp(name: str, dim: bool) -> str:
    """Switches a lamp."""
    known = name in LAMPS
    if not known and dim:
        return "Unknown lamp"
    os.system(f"lampctl {name}")  # expect: proven shell
    return "Switched"
