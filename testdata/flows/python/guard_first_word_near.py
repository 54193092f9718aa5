# The first word is checked; the shell reads all of them.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("console")
COMMANDS = ("uptime", "whoami", "date")


@mcp.tool()
def console(line: str) -> str:
    """Runs one of a few commands."""
    if line.split()[0] not in COMMANDS:
        return "Not allowed"
    return subprocess.run(line, shell=True, capture_output=True, text=True).stdout  # expect: proven shell
