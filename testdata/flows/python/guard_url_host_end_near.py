# The host's end is checked without a dot: evilexample.com ends with it.
from urllib.parse import urlparse

import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("mirror")


@mcp.tool()
def mirror(url: str) -> int:
    """Asks a mirror."""
    host = urlparse(url).hostname or ""
    if not host.endswith("example.com"):
        raise ValueError("Not a mirror")
    return requests.head(url).status_code  # expect: proven url
