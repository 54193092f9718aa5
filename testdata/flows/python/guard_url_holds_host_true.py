# The host of the address is held against a list.
from urllib.parse import urlparse

import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("fetcher")


@mcp.tool()
def fetch(url: str) -> int:
    """Asks a page whether it is there."""
    if urlparse(url).hostname not in ("docs.example.com", "api.example.com"):
        raise ValueError("Host not allowed")
    return requests.get(url, timeout=10).status_code
