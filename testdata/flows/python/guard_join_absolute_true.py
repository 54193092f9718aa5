# The last part of the name can neither be absolute nor climb.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("logs")
ROOT = "/var/log/app"


@mcp.tool()
def tail(name: str) -> str:
    path = os.path.join(ROOT, os.path.basename(name))
    if not os.path.isfile(path):
        return "No such log"
    with open(path) as file:
        return file.read()[-1000:]
