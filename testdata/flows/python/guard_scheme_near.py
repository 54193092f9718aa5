# https alone does not say whose server it is.
import httpx

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("fetch")


@mcp.tool()
async def fetch(url: str) -> int:
    if not url.startswith("https://"):
        raise ValueError("Expected https")
    async with httpx.AsyncClient() as client:
        answer = await client.get(url)  # expect: proven url
    return answer.status_code
