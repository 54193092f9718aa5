# Both addresses are checked by a function that raises.
from urllib.parse import urlparse

import requests

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("hooks")
HOSTS = ("hooks.example.com",)


def check(url: str) -> None:
    if urlparse(url).hostname not in HOSTS:
        raise ValueError("Foreign host")


@mcp.tool()
def notify(url: str, callback: str) -> int:
    check(url)
    check(callback)
    return requests.post(callback, json={"url": url}).status_code
