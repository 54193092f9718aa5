# The anchors belong to one alternative each: anything may follow `start`.
import os
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("daemon")
ACTION = re.compile(r"^start|stop$")


@mcp.tool()
def control(action: str) -> str:
    """Starts or stops the daemon."""
    if not ACTION.match(action):
        raise ValueError("Start or stop")
    os.system("/etc/init.d/daemon " + action)  # expect: proven shell
    return "Done"
