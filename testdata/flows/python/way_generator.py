# A generator yields what was sent.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("batch")


def commands(names: list[str]):
    yield "true"
    for name in names:
        yield f"process {name}"


@mcp.tool()
def batch(names: list[str]) -> str:
    """Processes files."""
    for command in commands(names):
        os.system(command)  # expect: proven shell
    return "Done"
