# The dot before the name keeps other names out.
from urllib.parse import urlparse

import requests

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("fetch")


@mcp.tool()
def status(url: str) -> int:
    host = urlparse(url).hostname or ""
    if not host.endswith(".example.com"):
        raise ValueError("Foreign host")
    return requests.get(url, timeout=5).status_code
