# The expression is anchored, but lets through what a shell takes for its own.
import os
import re

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("images")
NAME = re.compile(r"^[\w. ()$-]+$")


@mcp.tool()
def convert(image: str) -> str:
    """Converts an image."""
    if NAME.match(image) is None:
        raise ValueError("Bad name")
    os.system(f"convert /srv/images/{image} /tmp/out.png")  # expect: proven shell
    return "/tmp/out.png"
