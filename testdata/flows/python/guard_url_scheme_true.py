# Scheme and host are held against what is allowed.
from urllib.parse import urlsplit

import httpx
from fastmcp import FastMCP

mcp = FastMCP("links")
HOSTS = {"example.com", "www.example.com"}


@mcp.tool
async def check_link(url: str) -> int:
    """Checks a link."""
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.hostname not in HOSTS:
        raise ValueError("Not allowed")
    async with httpx.AsyncClient() as client:
        answer = await client.get(url)
    return answer.status_code
