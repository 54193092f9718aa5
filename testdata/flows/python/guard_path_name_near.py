# The folder of the path was sent as well.
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("prompts")
PROMPTS = Path("/srv/prompts")


@mcp.tool()
def prompt(name: str) -> str:
    """Returns a prompt."""
    file = PROMPTS / Path(name).with_suffix(".txt")
    return file.read_text()  # expect: proven path
