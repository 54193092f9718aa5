# What runs is fixed, whatever is sent.
import os
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("machine")
COMMANDS = {"uptime": "uptime", "memory": "free -m"}


@mcp.tool()
def info(what: str, verbose: bool = False, times: int = 1) -> str:
    """Tells about the machine."""
    command = COMMANDS[what]
    if verbose:
        command = command + " -v"
    return subprocess.getoutput(f"for i in $(seq {times}); do {command}; done")
