# The folder is a word of its own, behind two dashes.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("disk")


@mcp.tool()
def usage(folder: str) -> str:
    command = ["du", "-sh", "--", folder]
    return subprocess.run(command, capture_output=True, text=True).stdout
