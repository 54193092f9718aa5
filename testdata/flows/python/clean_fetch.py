# A well-kept fetcher: the host is held against a list, and every redirect is refused.
from urllib.parse import urlsplit

import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("fetch")
HOSTS = frozenset({"docs.python.org", "peps.python.org"})


def checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise ValueError("Only https")
    if parts.hostname not in HOSTS:
        raise ValueError("Host not allowed")
    return url


@mcp.tool()
async def length(url: str) -> int:
    """Tells how long a page is."""
    async with httpx.AsyncClient(follow_redirects=False) as client:
        answer = await client.get(checked(url))
    return len(answer.text)
