# Positional arguments travel through `*args`.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("positions")


def run(program: str, *words: str) -> int:
    return os.system(program + " " + " ".join(words))  # expect: proven shell


@mcp.tool()
def convert(source: str, target: str) -> int:
    """Converts."""
    words = ["-i", source, target]
    return run("ffmpeg", *words)
