# One of two ways to put an address together begins with the host that was sent.
import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("pages")
BASE = "https://wiki.example.com"


@mcp.tool()
def move(page: str, target: str | None = None) -> int:
    """Moves a page."""
    if target:
        url = f"{BASE}/pages/{page}/move/{target}"
    else:
        url = f"{page}/move"
    return httpx.put(url, follow_redirects=False).status_code  # expect: proven url
