# A package below src, imported by its full name.
from mcp.server.fastmcp import FastMCP

import notes.storage
from notes.settings import FOLDER

mcp = FastMCP("notes")


@mcp.tool()
def save(name: str, text: str) -> str:
    """Saves a note."""
    notes.storage.save(FOLDER, name, text)
    return "Saved"
