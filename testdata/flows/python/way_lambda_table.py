# A table of lambdas, of which each is fixed but one.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("actions")
ACTIONS = {
    "stop": lambda value: os.system("svc stop"),
    "start": lambda value: os.system("svc start " + value),  # expect: proven shell
}


@mcp.tool()
def act(action: str, value: str) -> int:
    """Acts."""
    return ACTIONS[action](value)
