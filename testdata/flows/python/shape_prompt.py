# A prompt's argument names a file.
from fastmcp import FastMCP

mcp = FastMCP("reviews")


@mcp.prompt
def review(file: str, style: str = "short") -> str:
    """Asks for a review of a file."""
    with open(file) as source:  # expect: proven path
        code = source.read()
    return f"Write a {style} review of:\n{code}"
