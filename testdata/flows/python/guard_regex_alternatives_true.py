# The alternatives stand in a group between the anchors.
import os
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("daemon")
ACTION = re.compile(r"^(?:start|stop)$")


@mcp.tool()
def control(action: str) -> str:
    """Starts or stops the daemon."""
    if not ACTION.match(action):
        raise ValueError("Start or stop")
    os.system("/etc/init.d/daemon " + action)
    return "Done"
