# The host is taken out of the address and looked up in a set.
from urllib.parse import urlsplit

import requests

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("fetch")
HOSTS = {"api.example.com", "cdn.example.com"}


@mcp.tool()
def status(url: str) -> int:
    if urlsplit(url).hostname not in HOSTS:
        raise ValueError("Foreign host")
    return requests.get(url, timeout=5).status_code
