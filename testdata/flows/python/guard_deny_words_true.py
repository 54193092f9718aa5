# Words that are not known are refused.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("terminal")
ALLOWED = ["uptime", "df -h", "free -m"]


@mcp.tool()
def execute(command: str) -> str:
    """Runs a command."""
    if command not in ALLOWED:
        return "Refused"
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout
