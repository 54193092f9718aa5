# All characters are held against those that are allowed.
import os
import string

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("users")
ALLOWED = set(string.ascii_lowercase + string.digits)


@mcp.tool()
def finger(user: str) -> int:
    """Tells who a user is."""
    if not all(character in ALLOWED for character in user):
        raise ValueError("Not a user")
    return os.system(f"finger {user}")
