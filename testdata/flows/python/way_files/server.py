# Through a package, by its __init__, to a helper two files away.
from mcp.server.fastmcp import FastMCP

from app import execute

mcp = FastMCP("app")


@mcp.tool()
def run(command: str) -> str:
    return execute(command)
