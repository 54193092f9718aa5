# A line that grows.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("texts")


@mcp.tool()
def archive(names: list[str], gzip: bool = False) -> None:
    line = "tar c"
    if gzip:
        line += "z"
    for name in names:
        line += " " + name
    os.system(line)  # expect: proven shell
