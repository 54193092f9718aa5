# A path that was made absolute begins with no dots, wherever it lies.

import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("example")
ROOT = "/srv/data"


@mcp.tool()
def read(name: str) -> str:
    path = os.path.abspath(os.path.join(ROOT, name))
    if path.startswith(".."):
        raise ValueError("Outside of the folder")
    with open(path) as file:  # expect: proven path
        return file.read()
