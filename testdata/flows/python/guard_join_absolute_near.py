# os.path.join drops all before a part that is absolute, and two dots are not refused either.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("logs")
ROOT = "/var/log/app"


@mcp.tool()
def tail(name: str) -> str:
    path = os.path.join(ROOT, name)
    if not os.path.isfile(path):
        return "No such log"
    with open(path) as file:  # expect: proven path
        return file.read()[-1000:]
