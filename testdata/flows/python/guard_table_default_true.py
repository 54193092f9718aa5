# What the table does not know is an error.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("deploy")
TARGETS = {"staging": "deploy@staging", "production": "deploy@production"}


@mcp.tool()
def deploy(target: str) -> str:
    """Deploys."""
    machine = TARGETS[target]
    os.system(f"rsync -a build/ {machine}:/srv/app")
    return "Deployed"
