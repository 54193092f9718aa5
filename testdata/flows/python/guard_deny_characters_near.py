# Some of a shell's characters are refused; a line break and `$(` are not.
import os
import string

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("users")
ALLOWED = set(string.ascii_lowercase + string.digits)


@mcp.tool()
def finger(user: str) -> int:
    """Tells who a user is."""
    if any(character in user for character in ";|&"):
        raise ValueError("Not a user")
    return os.system(f"finger {user}")  # expect: proven shell
