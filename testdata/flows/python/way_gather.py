# Coroutines are gathered.
import asyncio

import httpx
from fastmcp import FastMCP

mcp = FastMCP("gather")


async def size(client: httpx.AsyncClient, url: str) -> int:
    answer = await client.get(url)  # expect: proven url
    return len(answer.content)


@mcp.tool
async def sizes(urls: list[str]) -> list[int]:
    """Tells the sizes of pages."""
    async with httpx.AsyncClient() as client:
        return await asyncio.gather(*(size(client, url) for url in urls))
