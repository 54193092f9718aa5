# With the slash the host is settled.
import requests

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("api")


@mcp.tool()
def get(path: str) -> str:
    return requests.get("https://api.example.com/" + path).text
