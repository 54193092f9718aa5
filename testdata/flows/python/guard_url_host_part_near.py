# The region stands in the host: a slash in it ends the host early.
import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("weather")


@mcp.tool()
def stations(region: str) -> int:
    """Counts the weather stations of a region."""
    answer = requests.get(f"https://{region}.weather.example.com/stations")  # expect: proven url
    return len(answer.json())
