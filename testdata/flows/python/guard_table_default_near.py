# What the table does not know stays as it was sent.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("deploy")
TARGETS = {"staging": "deploy@staging", "production": "deploy@production"}


@mcp.tool()
def deploy(target: str) -> str:
    """Deploys."""
    machine = TARGETS.get(target, target)
    os.system(f"rsync -a build/ {machine}:/srv/app")  # expect: proven shell
    return "Deployed"
