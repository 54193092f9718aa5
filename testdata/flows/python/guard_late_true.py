# The check comes before the command runs.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("users")


@mcp.tool()
def home(user: str) -> str:
    if not user.isalnum():
        raise ValueError("Not a user")
    return os.popen(f"echo ~{user}").read()
