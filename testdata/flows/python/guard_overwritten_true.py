# The checked part is what is used.
import os
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("hosts")


@mcp.tool()
def resolve(spec: str) -> str:
    host = spec.split(":")[0]
    if not re.fullmatch(r"[a-z]+", host):
        raise ValueError("Not a host")
    return os.popen("host " + host).read()
