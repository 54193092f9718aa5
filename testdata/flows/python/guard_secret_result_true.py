# Whether there is a token is given back.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("status")


@mcp.tool()
def token_status() -> str:
    """Tells about the token."""
    token = os.environ["GITHUB_TOKEN"]
    return "A token is set" if token else "No token is set"
