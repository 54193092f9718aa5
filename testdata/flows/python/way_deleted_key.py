# The key that is used is not the one that was sent.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("texts")


@mcp.tool()
def run(command: str) -> None:
    options = {"label": command, "command": "uptime"}
    os.system(options["command"])
