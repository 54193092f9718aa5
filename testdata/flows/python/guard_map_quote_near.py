# `map` with a function that quotes nothing.
import os
import shlex

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("words")


@mcp.tool()
def echo(words: list[str]) -> int:
    """Says words."""
    return os.system("echo " + " ".join(map(str.strip, words)))  # expect: proven shell
