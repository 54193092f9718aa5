# Comprehensions of lists, dictionaries and sets, with a condition that guards nothing.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("hosts")


@mcp.tool()
def ping_all(hosts: list[str]) -> int:
    """Pings hosts."""
    cleaned = [host.strip() for host in hosts if host]
    by_name = {host: f"ping -c 1 {host}" for host in cleaned}
    return sum(os.system(command) for command in by_name.values())  # expect: proven shell
