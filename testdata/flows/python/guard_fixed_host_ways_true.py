# Two ways to put an address together, both behind the server's own host.
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
        url = f"{BASE}/pages/{page}/move"
    return httpx.put(url, follow_redirects=False).status_code
