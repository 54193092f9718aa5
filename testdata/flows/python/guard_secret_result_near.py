# The token itself is given back.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("status")


@mcp.tool()
def token_status() -> str:
    """Tells about the token."""
    token = os.environ["GITHUB_TOKEN"]
    return f"Token: {token}"  # expect: proven result
