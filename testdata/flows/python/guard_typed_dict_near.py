# The type of a parsed field is a hint, and nothing holds the value to it.
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
    memory = parsed["memory"]
    os.system(f"ulimitctl --memory {memory}")  # expect: proven shell
    return "Set"
