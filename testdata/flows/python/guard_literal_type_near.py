# The docstring tells what is allowed; the type allows any text.
import os
from typing import Literal

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("compose")


@mcp.tool()
def compose(action: str) -> int:
    """Does it to all containers: one of "up", "down" and "restart"."""
    return os.system("docker compose " + action)  # expect: proven shell
