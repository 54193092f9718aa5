# Both ways to the command check the name.
import os

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("containers")
KNOWN = {"web", "worker"}


@mcp.tool()
def logs(name: str, follow: bool = False) -> int:
    """Shows the logs of a container."""
    if follow:
        if name not in KNOWN:
            raise ValueError(name)
        flags = "-f"
    else:
        if name not in KNOWN:
            raise ValueError(name)
        flags = "--tail 100"
    return os.system(f"docker logs {flags} {name}")
