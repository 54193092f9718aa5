# Stripped at its ends, it may still hold line breaks.
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("audit")


@mcp.tool()
def note(text: str) -> str:
    """Writes to the log."""
    with open("/var/log/audit.log", "a") as log:
        log.write(text.strip() + "\n")  # expect: proven log
    return "Noted"
