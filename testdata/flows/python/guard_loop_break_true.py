# Where the loop ends without a match, the tool does.
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
    else:
        raise ValueError("Unknown device")
    return subprocess.getoutput(f"smartctl -H /dev/{device}")
