# A text that can be printed may hold all that a shell knows.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("speech")


@mcp.tool()
def say(voice: str) -> str:
    """Speaks with a voice."""
    if not voice.isprintable():
        raise ValueError("Bad voice")
    os.system("espeak -v " + voice + " hello")  # expect: proven shell
    return "Said"
