# A helper runs words whose program is fixed, and what was sent stands behind two dashes.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("words")


def run(words: list[str]) -> str:
    return subprocess.run(words, capture_output=True, text=True).stdout


@mcp.tool()
def show(file: str) -> str:
    """Shows the history of a file."""
    return run(["git", "log", "--", file])
