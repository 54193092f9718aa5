# A helper in another file builds its line of numbers alone.
from mcp.server.fastmcp import FastMCP

from lines import head

mcp = FastMCP("app")


@mcp.tool()
def first(count: int, name: str) -> str:
    return f"{name}: " + head(count)
