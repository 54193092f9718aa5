# Two names of this machine are refused; there are more, and other machines.
from urllib.parse import urlparse
from urllib.request import urlopen

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("reader")


@mcp.tool()
def size(url: str) -> int:
    """Tells the size of a page."""
    host = urlparse(url).hostname
    if host in ("localhost", "127.0.0.1"):
        raise ValueError("Refused")
    with urlopen(url) as page:  # expect: proven url
        return int(page.headers["Content-Length"])
