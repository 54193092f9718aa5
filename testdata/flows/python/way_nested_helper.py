# A helper within the handler, and a value changed by `nonlocal`.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("nested")


@mcp.tool()
def grep(pattern: str, files: list[str]) -> int:
    """Searches files."""
    command = "grep"

    def add(word: str) -> None:
        nonlocal command
        command = f"{command} {word}"

    add(pattern)
    return os.system(command)  # expect: proven shell
