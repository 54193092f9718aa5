# A lambda within map.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("lambdas")


@mcp.tool()
def run_all(commands: list[str]) -> list[int]:
    return list(map(lambda command: os.system(command), commands))  # expect: proven shell
