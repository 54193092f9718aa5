# A thread gets the value among its arguments.
import os
import threading

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("background")


def work(command: str) -> None:
    os.system(command)  # expect: proven shell


@mcp.tool()
def background(command: str) -> str:
    """Runs in the background."""
    threading.Thread(target=work, args=(command,)).start()
    return "Started"
