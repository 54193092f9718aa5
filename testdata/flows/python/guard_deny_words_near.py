# Some words are refused; others do the same harm.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("terminal")
BLOCKED = ["rm", "shutdown", "mkfs"]


@mcp.tool()
def execute(command: str) -> str:
    """Runs a command."""
    if any(word in command for word in BLOCKED):
        return "Refused"
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout  # expect: proven shell
