# The check speaks of the value that the command line takes.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("services")
SERVICES = ("nginx", "redis")


@mcp.tool()
def restart(service: str, unit: str) -> str:
    """Restarts a service."""
    if unit not in SERVICES:
        return "Unknown service"
    done = subprocess.run(f"systemctl restart {unit}", shell=True, capture_output=True, text=True)
    return done.stdout
