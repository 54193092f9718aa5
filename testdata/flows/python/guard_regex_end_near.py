# `re.match` holds only the start to the expression.
import re
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("network")


@mcp.tool()
def ping(host: str) -> str:
    """Pings a host."""
    if not re.match(r"[a-z0-9.]+", host):
        raise ValueError("Not a host name")
    return subprocess.check_output(f"ping -c 1 {host}", shell=True, text=True)  # expect: proven shell
