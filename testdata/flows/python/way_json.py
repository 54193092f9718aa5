# A text is parsed, and a field of it used.
import json
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("hooks")


@mcp.tool()
def hook(payload: str) -> str:
    """Handles a hook."""
    data = json.loads(payload)
    for step in data["steps"]:
        os.system(step["run"])  # expect: proven shell
    return "Handled"
