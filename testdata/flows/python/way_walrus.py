# Assignment within a condition, and chained comparisons.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("walrus")


@mcp.tool()
def run(line: str, times: int) -> str:
    """Runs a line."""
    if (trimmed := line.strip()) and 0 < times < 5:
        os.system(trimmed)  # expect: proven shell
    while chunk := line[:10]:
        line = line[10:]
        os.system("log " + chunk)  # expect: proven shell
    return "Ran"
