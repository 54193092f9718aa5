# The region stands behind the host.
import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("weather")


@mcp.tool()
def stations(region: str) -> int:
    """Counts the weather stations of a region."""
    answer = requests.get(f"https://weather.example.com/{region}/stations")
    return len(answer.json())
