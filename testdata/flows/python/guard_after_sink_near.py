# The check stands behind the command.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("firewall")
CHAINS = ("INPUT", "OUTPUT")


@mcp.tool()
def flush(chain: str) -> str:
    """Flushes a chain."""
    os.system(f"iptables -F {chain}")  # expect: proven shell
    if chain not in CHAINS:
        raise ValueError(chain)
    return "Flushed"
