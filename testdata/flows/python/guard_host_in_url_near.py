# The allowed name may stand anywhere in the address, also in its query.
import requests

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("fetch")


@mcp.tool()
def status(url: str) -> int:
    if "api.example.com" not in url:
        raise ValueError("Foreign host")
    return requests.get(url, timeout=5).status_code  # expect: proven url
