# A default value is fixed; what is sent replaces it.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("defaults")


def notify(text: str, channel: str = "general") -> None:
    os.system(f"notify {channel}")
    os.system(f"notify --text {text}")  # expect: proven shell


@mcp.tool()
def announce(text: str = "hello") -> str:
    """Announces."""
    notify(text)
    return "Sent"
