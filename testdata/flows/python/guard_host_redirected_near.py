# The host of one address is checked, another is fetched.
from urllib.parse import urlparse

import requests

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("hooks")
HOSTS = ("hooks.example.com",)


@mcp.tool()
def notify(url: str, callback: str) -> int:
    if urlparse(url).hostname not in HOSTS:
        raise ValueError("Foreign host")
    return requests.post(callback, json={"url": url}).status_code  # expect: proven url
