# A scheme says nothing of the host.
from urllib.parse import urlsplit

import httpx
from fastmcp import FastMCP

mcp = FastMCP("links")
HOSTS = {"example.com", "www.example.com"}


@mcp.tool
async def check_link(url: str) -> int:
    """Checks a link."""
    if not url.startswith("https://"):
        raise ValueError("Only https")
    async with httpx.AsyncClient() as client:
        answer = await client.get(url)  # expect: proven url
    return answer.status_code
