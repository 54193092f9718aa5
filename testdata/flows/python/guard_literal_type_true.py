# The type allows three texts, and the server is held to it.
import os
from typing import Literal

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("compose")


@mcp.tool()
def compose(action: Literal["up", "down", "restart"]) -> int:
    """Does it to all containers: one of "up", "down" and "restart"."""
    return os.system("docker compose " + action)
