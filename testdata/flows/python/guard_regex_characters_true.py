# The expression is anchored and lets through words and dots alone.
import os
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("images")
NAME = re.compile(r"^[A-Za-z0-9_.-]+$")


@mcp.tool()
def convert(image: str) -> str:
    """Converts an image."""
    if NAME.match(image) is None:
        raise ValueError("Bad name")
    os.system(f"convert /srv/images/{image} /tmp/out.png")
    return "/tmp/out.png"
