# A text of letters and digits alone.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("speech")


@mcp.tool()
def say(voice: str) -> str:
    """Speaks with a voice."""
    if not voice.isalnum():
        raise ValueError("Bad voice")
    os.system("espeak -v " + voice + " hello")
    return "Said"
