# Line breaks are escaped.
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("audit")


@mcp.tool()
def note(text: str) -> str:
    """Writes to the log."""
    with open("/var/log/audit.log", "a") as log:
        log.write(repr(text) + "\n")
    return "Noted"
