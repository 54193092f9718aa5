# The address begins with the whole of a host.
import httpx

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("fetch")


@mcp.tool()
async def fetch(url: str) -> int:
    if not url.startswith("https://api.example.com/"):
        raise ValueError("Expected the API")
    async with httpx.AsyncClient() as client:
        answer = await client.get(url)
    return answer.status_code
