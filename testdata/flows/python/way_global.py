# A module's variable is set by one tool and used by another.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("globals")
current = "main"


@mcp.tool()
def choose(branch: str) -> str:
    """Chooses a branch."""
    global current
    current = branch
    return "Chosen"


@mcp.tool()
def push() -> str:
    """Pushes the branch."""
    os.system(f"git push origin {current}")  # expect: proven shell
    return "Pushed"
