# The way from the folder to the path does not climb.

import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("example")
ROOT = "/srv/data"


@mcp.tool()
def read(name: str) -> str:
    path = os.path.abspath(os.path.join(ROOT, name))
    if os.path.relpath(path, ROOT).startswith(".."):
        raise ValueError("Outside of the folder")
    with open(path) as file:
        return file.read()
