# The prefix check ends with a separator, and the path is resolved before it.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
ROOT = "/srv/notes"


@mcp.tool()
def read_note(name: str) -> str:
    """Reads a note."""
    full = os.path.realpath(os.path.join(ROOT, name))
    if not full.startswith(ROOT + os.sep):
        raise ValueError("Outside of the notes")
    with open(full, encoding="utf-8") as file:
        return file.read()
