# The anchors belong to the outer alternatives only: the middle one may stand anywhere.
import os
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("services")


@mcp.tool()
def restart(service: str) -> str:
    if not re.search(r"^web|db|cache$", service):
        return "Unknown service"
    os.system("systemctl restart " + service)  # expect: proven shell
    return "Restarted"
