# The helper stands in a package beside the server.
from mcp.server.fastmcp import FastMCP

from tools import shell as sh
from tools.files import read as read_file

mcp = FastMCP("split")


@mcp.tool()
def run(command: str) -> str:
    """Runs a command."""
    return sh.run(command)


@mcp.tool()
def read(path: str) -> str:
    """Reads a file."""
    return read_file(path)
