# The comprehension's condition keeps what is allowed.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("hosts")
HOSTS = {"alpha", "beta"}


@mcp.tool()
def ping_all(hosts: list[str]) -> int:
    """Pings hosts."""
    return sum(os.system(f"ping -c 1 {host}") for host in hosts if host in HOSTS)
