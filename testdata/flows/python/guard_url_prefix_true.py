# The prefix ends behind the host.
import aiohttp
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("status")


@mcp.tool()
async def status(url: str) -> int:
    """Asks an endpoint for its status."""
    if not url.startswith("https://api.example.com/"):
        raise ValueError("Not one of ours")
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:
            return answer.status
