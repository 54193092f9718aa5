# A list of what is allowed, character by character.
import os
import string

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("net")
ALLOWED = set(string.ascii_letters + string.digits + ".")


@mcp.tool()
def ping(host: str) -> str:
    if not all(char in ALLOWED for char in host):
        raise ValueError("Forbidden character")
    return os.popen("ping -c 1 " + host).read()
