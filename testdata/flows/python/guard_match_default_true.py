# What no case knows is refused.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("power")


@mcp.tool()
def power(state: str) -> str:
    """Changes the state of the machine."""
    match state:
        case "suspend" | "hibernate":
            pass
        case _:
            raise ValueError("Unknown state")
    os.system("systemctl " + state)
    return "Done"
