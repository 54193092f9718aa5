# The program itself is sent.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("programs")


@mcp.tool()
def start(program: str, count: int) -> str:
    """Starts a program."""
    subprocess.Popen([program, str(count)])  # expect: proven program
    subprocess.Popen(["xterm", "-geometry", f"{count}x24"])
    return "Started"
