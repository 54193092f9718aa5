# The prefix ends within the host: api.example.com.evil.test begins with it.
import aiohttp
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("status")


@mcp.tool()
async def status(url: str) -> int:
    """Asks an endpoint for its status."""
    if not url.startswith("https://api.example.com"):
        raise ValueError("Not one of ours")
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:  # expect: proven url
            return answer.status
