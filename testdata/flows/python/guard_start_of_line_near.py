# The line begins with a command that is allowed, and ends with any other.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("tools")


@mcp.tool()
def run(line: str) -> str:
    """Runs a line."""
    if not line.startswith(("ls ", "df ")):
        raise ValueError("Not allowed")
    done = subprocess.run(line, shell=True, capture_output=True)  # expect: proven shell
    return done.stdout.decode()
