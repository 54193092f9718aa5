# The check comes when the command has run.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("users")


@mcp.tool()
def home(user: str) -> str:
    folder = os.popen(f"echo ~{user}").read()  # expect: proven shell
    if not user.isalnum():
        raise ValueError("Not a user")
    return folder
