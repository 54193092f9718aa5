# The field is made a number.
import json
import os
from typing import TypedDict

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("limits")


class Limits(TypedDict):
    memory: int


@mcp.tool()
def limit(limits: str) -> str:
    """Sets limits."""
    parsed: Limits = json.loads(limits)
    memory = int(parsed["memory"])
    os.system(f"ulimitctl --memory {memory}")
    return "Set"
