# A list of forbidden characters forgets the line break, the dollar sign and the backtick.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("net")
FORBIDDEN = [";", "&", "|"]


@mcp.tool()
def ping(host: str) -> str:
    if any(char in host for char in FORBIDDEN):
        raise ValueError("Forbidden character")
    return os.popen("ping -c 1 " + host).read()  # expect: proven shell
