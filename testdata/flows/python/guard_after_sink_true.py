# The check stands before the command.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("firewall")
CHAINS = ("INPUT", "OUTPUT")


@mcp.tool()
def flush(chain: str) -> str:
    """Flushes a chain."""
    if chain not in CHAINS:
        raise ValueError(chain)
    os.system(f"iptables -F {chain}")
    return "Flushed"
