# The host is one of two.
from urllib.parse import urlparse
from urllib.request import urlopen

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("reader")


@mcp.tool()
def size(url: str) -> int:
    """Tells the size of a page."""
    host = urlparse(url).hostname
    if host not in ("files.example.com", "cdn.example.com"):
        raise ValueError("Refused")
    with urlopen(url) as page:
        return int(page.headers["Content-Length"])
