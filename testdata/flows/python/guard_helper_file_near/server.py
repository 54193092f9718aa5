# A helper in another file checks the folder before it is resolved.
from mcp.server.fastmcp import FastMCP

from paths import checked

mcp = FastMCP("files")


@mcp.tool()
def read(name: str) -> str:
    path = checked(name)
    with open(path) as file:  # expect: proven path
        return file.read()
