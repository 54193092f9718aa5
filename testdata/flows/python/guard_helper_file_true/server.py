# A helper in another file resolves the path and checks it.
from mcp.server.fastmcp import FastMCP

from paths import checked

mcp = FastMCP("files")


@mcp.tool()
def read(name: str) -> str:
    path = checked(name)
    with open(path) as file:
        return file.read()
