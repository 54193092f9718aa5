# The check speaks of the length.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("mail")


@mcp.tool()
def inbox(user: str) -> str:
    if not 0 < len(user) < 100:
        raise ValueError("Bad length")
    return os.popen(f"mail -u {user}").read()  # expect: proven shell
