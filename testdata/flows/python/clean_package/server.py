# A well-kept package: settings, validation and commands in files of their own.
from mcp.server.fastmcp import FastMCP

from kept.commands import Containers
from kept.settings import load_settings

mcp = FastMCP("containers")
containers = Containers(load_settings())


@mcp.tool()
def logs(container: str, lines: int = 100) -> str:
    """Shows a container's log."""
    return containers.logs(container, lines)


@mcp.tool()
def restart(container: str) -> str:
    """Restarts a container."""
    return containers.run("restart", container)
