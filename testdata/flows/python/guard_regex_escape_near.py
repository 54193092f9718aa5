# Stripped of blanks, it is still the expression.
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("find")
LINES = ["one", "two"]


@mcp.tool()
def find(word: str) -> list[str]:
    """Finds lines with a word."""
    word = word.strip()
    expression = re.compile(r"\b" + word + r"\b", re.IGNORECASE)  # expect: proven regex
    return [line for line in LINES if expression.search(line)]
