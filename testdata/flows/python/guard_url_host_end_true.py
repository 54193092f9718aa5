# The host is the domain, or ends with a dot and the domain.
from urllib.parse import urlparse

import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("mirror")


@mcp.tool()
def mirror(url: str) -> int:
    """Asks a mirror."""
    host = urlparse(url).hostname or ""
    if host != "example.com" and not host.endswith(".example.com"):
        raise ValueError("Not a mirror")
    return requests.head(url).status_code
