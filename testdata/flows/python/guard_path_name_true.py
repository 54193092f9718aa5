# The last part of the path alone was sent.
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("prompts")
PROMPTS = Path("/srv/prompts")


@mcp.tool()
def prompt(name: str) -> str:
    """Returns a prompt."""
    file = PROMPTS / Path(name).name
    return file.read_text()
