# One of the addresses that are known is opened.
import webbrowser

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("help")
TOPICS = {"start": "https://docs.example.com/start", "tools": "https://docs.example.com/tools"}


@mcp.tool()
def show_help(topic: str) -> str:
    """Opens the help."""
    address = TOPICS[topic] if topic in TOPICS else TOPICS["start"]
    webbrowser.open(address)
    return "Opened"
