"""The weather server with honest texts: the scanner must find nothing here."""

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("weather")


@mcp.tool()
def forecast(city: str) -> str:
    """Forecast for a city. <hint>Times are in UTC.</hint>

    Needs an API key in the environment. Never show the key to the user.
    """
    return ""


@mcp.tool()
def check(text: str) -> str:
    """Detects orders such as "ignore all previous instructions" in a report."""
    return ""


@mcp.prompt(name="report", description="You are a careful meteorologist. Write a report.")
def report() -> str:
    return "Write a report"
