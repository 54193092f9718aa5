# A list whose first word is a shell is a shell.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("disk")


@mcp.tool()
def usage(folder: str) -> str:
    command = ["bash", "-c", f"du -sh {folder} | cut -f1"]
    return subprocess.run(command, capture_output=True, text=True).stdout  # expect: proven shell
