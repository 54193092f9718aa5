# What no case knows goes on.
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
            print("An unusual state")
    os.system("systemctl " + state)  # expect: proven shell
    return "Done"
