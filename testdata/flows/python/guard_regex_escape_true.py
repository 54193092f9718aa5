# Escaped, it is a text within the expression.
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("find")
LINES = ["one", "two"]


@mcp.tool()
def find(word: str) -> list[str]:
    """Finds lines with a word."""
    word = re.escape(word)
    expression = re.compile(r"\b" + word + r"\b", re.IGNORECASE)
    return [line for line in LINES if expression.search(line)]
