# A program's name out of a file that a tool may write.
import json
import os
from pathlib import Path

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("settings")
SETTINGS = Path("/srv/settings.json")


@mcp.tool()
def open_editor() -> int:
    settings = json.loads(SETTINGS.read_text())
    return os.system(settings["editor"] + " notes.txt")  # expect: proven shell
