# The check speaks of the service, the command line takes the unit.
import subprocess

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("services")
SERVICES = ("nginx", "redis")


@mcp.tool()
def restart(service: str, unit: str) -> str:
    """Restarts a service."""
    if service not in SERVICES:
        return "Unknown service"
    done = subprocess.run(f"systemctl restart {unit}", shell=True, capture_output=True, text=True)  # expect: proven shell
    return done.stdout
