# The host is looked for in a text, where "e.com" is found, too.
from urllib.parse import urlparse

import requests

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("fetch")
HOSTS = "api.example.com,cdn.example.com"


@mcp.tool()
def size(url: str) -> int:
    if urlparse(url).hostname not in HOSTS:
        raise ValueError("Foreign host")
    return len(requests.get(url, timeout=5).content)  # expect: proven url
