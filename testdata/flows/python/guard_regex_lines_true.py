# Without MULTILINE the anchors hold the whole text.
import re
from subprocess import getoutput

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("packages")


@mcp.tool()
def package_info(package: str) -> str:
    """Shows what is known of a package."""
    if re.match(r"^[a-z0-9-]+$", package) is None:
        return "Not a package"
    return getoutput(f"apt-cache show {package}")
