# `map` with the function that quotes.
import os
import shlex

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("words")


@mcp.tool()
def echo(words: list[str]) -> int:
    """Says words."""
    return os.system("echo " + " ".join(map(shlex.quote, words)))
