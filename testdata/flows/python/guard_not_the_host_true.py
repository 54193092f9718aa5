# The host alone is compared.
from urllib.parse import urlparse

import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("hooks")


@mcp.tool()
def call_hook(url: str) -> int:
    """Calls a hook."""
    parts = urlparse(url)
    if parts.hostname != "hooks.example.com":
        raise ValueError("Not our host")
    return requests.post(url, json={}).status_code
