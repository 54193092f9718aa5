# Without a slash, what follows may turn the host into a user's name.
import requests

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("api")


@mcp.tool()
def get(path: str) -> str:
    return requests.get("https://api.example.com" + path).text  # expect: proven url
