# Each expression holds the whole line.
import re
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("terminal")
ALLOWED = [r"^uptime$", r"^df$", r"^whoami$"]


@mcp.tool()
def run(line: str) -> str:
    """Runs one of a few commands."""
    if not any(re.match(expression, line) for expression in ALLOWED):
        raise ValueError("Not allowed")
    return subprocess.getoutput(line)
