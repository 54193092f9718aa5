# Quotes by hand: a quote in the value ends them.
import shlex
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("git")


@mcp.tool()
def commit(message: str) -> str:
    """Commits what is staged."""
    command = f"git commit -m '{message}'"
    subprocess.run(command, shell=True, check=True)  # expect: proven shell
    return "Committed"
