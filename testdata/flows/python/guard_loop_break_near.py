# The loop ends at a match, and goes on without one as well.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("devices")
DEVICES = ["sda", "sdb"]


@mcp.tool()
def health(device: str) -> str:
    """Tells a disk's health."""
    for known in DEVICES:
        if device == known:
            break
    print("Looked through all devices")
    return subprocess.getoutput(f"smartctl -H /dev/{device}")  # expect: proven shell
