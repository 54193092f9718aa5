# The allowed host may stand anywhere in the address.
from urllib.parse import urlparse

import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("fetcher")


@mcp.tool()
def fetch(url: str) -> int:
    """Asks a page whether it is there."""
    if "docs.example.com" not in url:
        raise ValueError("Host not allowed")
    return requests.get(url, timeout=10).status_code  # expect: proven url
