# The check speaks of every letter.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("mail")


@mcp.tool()
def inbox(user: str) -> str:
    if not (user.isascii() and user.isalnum()):
        raise ValueError("Bad user")
    return os.popen(f"mail -u {user}").read()
