# The address is opened as it was sent: a file, or another program's scheme.
import webbrowser

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("help")
TOPICS = {"start": "https://docs.example.com/start", "tools": "https://docs.example.com/tools"}


@mcp.tool()
def show_help(topic: str) -> str:
    """Opens the help."""
    address = TOPICS[topic] if topic in TOPICS else topic
    webbrowser.open(address)  # expect: proven open
    return "Opened"
