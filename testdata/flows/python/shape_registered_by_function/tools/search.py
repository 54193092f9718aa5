# Searches.
import os

from mcp.server.fastmcp import FastMCP


def register(mcp: FastMCP) -> None:
    @mcp.tool()
    def find(pattern: str) -> str:
        return os.popen(f"find . -name {pattern}").read()  # expect: proven shell
