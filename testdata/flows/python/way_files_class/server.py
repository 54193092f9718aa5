# An object of another file's class keeps what was sent.
from mcp.server.fastmcp import FastMCP

from client import Client

mcp = FastMCP("client")


@mcp.tool()
async def get(base: str, path: str) -> str:
    client = Client(base)
    return await client.get(path)
