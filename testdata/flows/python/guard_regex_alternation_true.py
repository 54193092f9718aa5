# The anchors are around the whole group.
import os
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("services")


@mcp.tool()
def restart(service: str) -> str:
    if not re.search(r"^(?:web|db|cache)\Z", service):
        return "Unknown service"
    os.system("systemctl restart " + service)
    return "Restarted"
